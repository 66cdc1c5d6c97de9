package org.vmn.dsl.scoping;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.Model;
import org.vmn.runtime.network.Origin;

/** Imports a name: beside those that come from the same module already, or by a line of its own. */
final class ImportFix {
  private ImportFix() {}

  static Fix of(Model file, String module, String name, Origins origins) {
    String line = "import " + module + ".{" + name + "}";
    String title = "write `" + line + "`";
    for (Import declaration : file.getImports()) {
      List<ImportedName> names = declaration.getNames();
      if (Imports.path(declaration).equals(module) && !names.isEmpty()) {
        return Fix.guess(title, end(names.get(names.size() - 1), origins), ", " + name);
      }
    }
    @Nullable EObject last =
        !file.getImports().isEmpty()
            ? file.getImports().get(file.getImports().size() - 1)
            : file.getNetworks().isEmpty() ? null : file.getNetworks().get(0);
    if (last == null) {
      Origin start = new Origin(origins.whole(file).file(), 1, 1, 1, 1, null);
      return Fix.guess(title, start, line + "\n");
    }
    String blank = last instanceof Import ? "\n" : "\n\n";
    return Fix.guess(title, end(last, origins), blank + line);
  }

  private static Origin end(EObject element, Origins origins) {
    Origin all = origins.whole(element);
    return new Origin(
        all.file(), all.endLine(), all.endColumn(), all.endLine(), all.endColumn(), null);
  }
}
