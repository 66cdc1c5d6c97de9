package org.vmn.generator.elaborate;

import org.eclipse.xtext.EcoreUtil2;
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
    Service own = model == null ? null : declared(model, program.getName());
    if (own != null || model == null) {
      return own;
    }
    for (Import declaration : model.getImports()) {
      for (ImportedName name : declaration.getNames()) {
        if (name.getRef() instanceof Service service
            && service.getName().equals(program.getName())) {
          return service;
        }
      }
      Model other = declaration.getNames().isEmpty() ? Imports.load(declaration) : null;
      Service imported = other == null ? null : declared(other, program.getName());
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
