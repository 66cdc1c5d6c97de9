package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.VmnPackage.Literals;
import org.vmn.runtime.network.Origin;

/** Imports find their file, and no two of them bring the same name. */
public class ImportChecks extends Checks {

  @Check
  void found(Import declaration) {
    if (Imports.load(declaration) == null) {
      report(
          Code.IMPORT_NOT_FOUND,
          declaration,
          Literals.IMPORT__PATH,
          message(declaration),
          fixes(declaration));
    }
  }

  @Check
  void unambiguous(Model model) {
    Map<String, Named> seen = new HashMap<>();
    Set<String> own = new HashSet<>();
    model.getElements().stream()
        .filter(Named.class::isInstance)
        .forEach(e -> own.add(((Named) e).getName()));
    for (Import declaration : model.getImports()) {
      Model whole = declaration.getNames().isEmpty() ? Imports.load(declaration) : null;
      if (whole != null) {
        whole(declaration, whole, own, seen);
      }
      for (ImportedName imported : declaration.getNames()) {
        Named named = imported.getRef();
        Named before = named.eIsProxy() ? null : seen.putIfAbsent(named.getName(), named);
        if (before != null) {
          String message = quoted(named.getName()) + " is imported twice";
          report(
              Code.DUPLICATE_NAME,
              imported,
              Literals.IMPORTED_NAME__REF,
              help(message, "import it from one file"),
              label(before, "one of them"),
              label(named, "the other"));
        }
      }
    }
  }

  /** All names of a file; one that this file declares itself hides them. */
  private void whole(Import declaration, Model file, Set<String> own, Map<String, Named> seen) {
    for (EObject element : file.getElements()) {
      if (element instanceof Named named && named.getName() != null) {
        Named before = seen.putIfAbsent(named.getName(), named);
        if (before != null && !before.equals(named) && !own.contains(named.getName())) {
          report(
              Code.DUPLICATE_NAME,
              declaration,
              Literals.IMPORT__PATH,
              help(
                  "this brings another " + quoted(named.getName()),
                  "import the names that you need, such as `%s.{…}`"
                      .formatted(Imports.path(declaration))),
              label(before, "one of them"),
              label(named, "the other"));
          return;
        }
      }
    }
  }

  private static String message(Import declaration) {
    String path = Imports.path(declaration);
    if (Imports.exists(declaration)) {
      return "the file of " + quoted(path) + " can't be read, or is larger than 64 MiB";
    }
    boolean library = Imports.isLibrary(declaration);
    Optional<String> nearest = nearest(declaration);
    String missing =
        library
            ? "the standard library has no module " + quoted(path)
            : "there is no file " + quoted(path.replace('.', '/') + ".vmn") + " beside this one";
    String message = missing + nearest.map(n -> "; did you mean `" + n + "`?").orElse("");
    return nearest.isEmpty() && library
        ? help(message, "it has " + Messages.allOf(Library.modules()))
        : message;
  }

  private static Optional<String> nearest(Import declaration) {
    List<String> known =
        Imports.isLibrary(declaration) ? Library.modules() : Imports.neighbours(declaration);
    return Suggestions.nearest(Imports.path(declaration), known);
  }

  private static String[] fixes(Import declaration) {
    if (Imports.exists(declaration)) {
      return new String[0];
    }
    Origin range = PLACES.of(declaration, Literals.IMPORT__PATH);
    return nearest(declaration).stream()
        .map(n -> fix(Fix.guess("import `" + n + "`", range, n)))
        .toArray(String[]::new);
  }
}
