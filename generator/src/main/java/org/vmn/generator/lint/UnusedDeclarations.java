package org.vmn.generator.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Group;
import org.vmn.dsl.vmn.Image;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Overlay;
import org.vmn.dsl.vmn.Pool;
import org.vmn.dsl.vmn.Service;
import org.vmn.dsl.vmn.Template;

/** What is declared for others to use, and none does. A program uses the service of its name. */
final class UnusedDeclarations implements Check {
  private static final List<Class<? extends Named>> KINDS =
      List.of(Group.class, Image.class, Overlay.class, Pool.class, Service.class, Template.class);

  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    Set<EObject> referred = Subject.referred(subject.files());
    for (Class<? extends Named> kind : KINDS) {
      subject
          .declared(kind)
          .filter(d -> !referred.contains(d) && !isOfProgram(d, subject))
          .forEach(d -> out.accept(problem(d, kind, subject)));
    }
  }

  private static boolean isOfProgram(Named declaration, Subject subject) {
    return declaration instanceof Service
        && subject.network().machines().stream()
            .flatMap(m -> m.programs().stream())
            .anyMatch(p -> p.name().equals(declaration.getName()));
  }

  private static Problem problem(Named declaration, Class<?> kind, Subject subject) {
    String noun = kind.getSimpleName().toLowerCase(Locale.ROOT);
    return Problem.of(
            Code.UNUSED_DECLARATION,
            subject.origins().of(declaration),
            noun + " `" + declaration.getName() + "` is used nowhere")
        .help("remove it, or use it")
        .fix(Fix.guess("remove this " + noun, subject.origins().whole(declaration), ""));
  }
}
