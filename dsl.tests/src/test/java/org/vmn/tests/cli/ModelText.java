package org.vmn.tests.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;

/** A model as text: a line for each element, indented by depth, with what it says and refers to. */
final class ModelText {
  private ModelText() {}

  static String of(Path file) throws IOException {
    try {
      StringBuilder out = new StringBuilder();
      write(Objects.requireNonNull(new Compiler().compile(Source.read(file)).root()), "", out);
      return out.toString();
    } catch (SourceException e) {
      throw new IOException(e);
    }
  }

  private static void write(EObject element, String indent, StringBuilder out) {
    out.append(indent).append(element.eClass().getName());
    for (EAttribute attribute : element.eClass().getEAllAttributes()) {
      if (element.eIsSet(attribute)) {
        out.append(' ').append(attribute.getName()).append('=').append(element.eGet(attribute));
      }
    }
    for (EReference reference : element.eClass().getEAllReferences()) {
      if (!reference.isContainment() && element.eIsSet(reference)) {
        out.append(' ').append(reference.getName()).append("->").append(names(element, reference));
      }
    }
    out.append('\n');
    element.eContents().forEach(inner -> write(inner, indent + "  ", out));
  }

  private static String names(EObject element, EReference reference) {
    List<String> names = new ArrayList<>();
    Object value = element.eGet(reference);
    for (Object target : value instanceof List<?> list ? list : List.of(value)) {
      EObject referred = (EObject) target;
      EStructuralFeature name = referred.eClass().getEStructuralFeature("name");
      names.add(referred.eClass().getName() + " " + (name == null ? "" : referred.eGet(name)));
    }
    return String.join(", ", names);
  }
}
