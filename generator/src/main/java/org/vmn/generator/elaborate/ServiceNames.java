package org.vmn.generator.elaborate;

import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.vmn.Element;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Service;

/**
 * Which service a program without ports of its own means: the one of its name that its file
 * declares or imports.
 */
final class ServiceNames {
  private ServiceNames() {}

  static @Nullable Service find(Program program) {
    Model model = EcoreUtil2.getContainerOfType(program, Model.class);
    Service found = model == null ? null : find(program.getName(), model);
    // A template that got its arguments stands alone, without the imports of its file.
    ICompositeNode node = NodeModelUtils.getNode(program);
    return found == null
            && node != null
            && node.getRootNode().getSemanticElement() instanceof Model text
            && !text.equals(model)
        ? find(program.getName(), text)
        : found;
  }

  private static @Nullable Service find(String program, Model model) {
    Service own = declared(model, program);
    if (own != null) {
      return own;
    }
    for (Import declaration : model.getImports()) {
      for (ImportedName name : declaration.getNames()) {
        if (name.getRef() instanceof Service service && service.getName().equals(program)) {
          return service;
        }
      }
      Model other = declaration.getNames().isEmpty() ? Imports.load(declaration) : null;
      Service imported = other == null ? null : declared(other, program);
      if (imported != null) {
        return imported;
      }
    }
    return null;
  }

  private static @Nullable Service declared(Model model, String name) {
    for (Element element : model.getElements()) {
      if (element instanceof Service service && service.getName().equals(name)) {
        return service;
      }
    }
    return null;
  }
}
