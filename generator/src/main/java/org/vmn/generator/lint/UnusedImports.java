package org.vmn.generator.lint;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.expand.ValueUses;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.vmn.Guideline;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Service;
import org.vmn.runtime.network.Origin;

/**
 * Names that are imported and not used. An import without names is used when it brings guidelines,
 * or when it is none of the library, since all declarations of such a file join the network.
 */
final class UnusedImports implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    for (Model file : subject.files()) {
      // What is used only by a template with parameters is used in the text, not in its expansion.
      Model text = written(file);
      Set<EObject> referred = Subject.referred(List.of(file, text));
      Set<String> values = values(text);
      for (Import declaration : file.getImports()) {
        if (declaration.getNames().isEmpty()) {
          whole(declaration, referred, subject, out);
        } else {
          names(declaration, referred, values, subject, out);
        }
      }
    }
  }

  private static Model written(Model file) {
    ICompositeNode node = NodeModelUtils.getNode(file);
    return node != null && node.getSemanticElement() instanceof Model text ? text : file;
  }

  /** The names that expressions use, those of imports apart. */
  private static Set<String> values(Model text) {
    return text.eResource() instanceof XtextResource file
        ? ValueUses.of(file).stream()
            .filter(u -> text.getImports().stream().noneMatch(i -> holds(i, u)))
            .map(ValueUses.Use::target)
            .filter(Named.class::isInstance)
            .map(n -> ((Named) n).getName())
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean holds(Import declaration, ValueUses.Use use) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
    return node.getOffset() <= use.offset() && use.offset() < node.getEndOffset();
  }

  private static void whole(
      Import declaration, Set<EObject> referred, Subject subject, Consumer<Problem> out) {
    Model imported = Imports.load(declaration);
    if (imported != null
        && Imports.isLibrary(declaration)
        && imported.getElements().stream()
            .noneMatch(
                e -> e instanceof Guideline || referred.contains(e) || isOfProgram(e, subject))) {
      Origin all = subject.origins().whole(declaration);
      out.accept(
          Problem.of(
                  Code.UNUSED_IMPORT,
                  all,
                  "nothing of `" + Imports.path(declaration) + "` is used here")
              .help("remove the import")
              .fix(Fix.certain("remove this import", all, "")));
    }
  }

  private static void names(
      Import declaration,
      Set<EObject> referred,
      Set<String> values,
      Subject subject,
      Consumer<Problem> out) {
    List<ImportedName> used =
        declaration.getNames().stream()
            .filter(n ->
                referred.contains(n.getRef())
                    || values.contains(n.getRef().getName())
                    || isOfProgram(n.getRef(), subject))
            .toList();
    Origin all = subject.origins().whole(declaration);
    for (ImportedName name : declaration.getNames()) {
      if (!used.contains(name)) {
        out.accept(
            Problem.of(
                    Code.UNUSED_IMPORT,
                    subject.origins().whole(name),
                    "`" + name.getRef().getName() + "` is imported and not used")
                .help("remove it from the import")
                .fix(Fix.certain("import only what is used", all, text(declaration, used))));
      }
    }
  }

  private static String text(Import declaration, List<ImportedName> used) {
    List<String> names = used.stream().map(n -> n.getRef().getName()).toList();
    return used.isEmpty()
        ? ""
        : "import " + Imports.path(declaration) + ".{" + String.join(", ", names) + "}";
  }

  /** A program without ports of its own has those of the service of its name. */
  private static boolean isOfProgram(EObject element, Subject subject) {
    return element instanceof Service service
        && subject.network().machines().stream()
            .flatMap(m -> m.programs().stream())
            .anyMatch(p -> p.name().equals(service.getName()));
  }
}
