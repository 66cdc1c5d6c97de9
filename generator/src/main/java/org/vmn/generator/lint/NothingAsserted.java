package org.vmn.generator.lint;

import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Assertion;

/** Networks that say nothing of what must hold: nothing is proved of them. */
final class NothingAsserted implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    boolean any =
        subject.files().stream()
            .flatMap(f -> f.getElements().stream())
            .anyMatch(Assertion.class::isInstance);
    if (!any) {
      out.accept(
          Problem.of(
                  Code.NOTHING_ASSERTED,
                  subject.origins().of(subject.root().getNetworks().get(0)),
                  "`" + subject.network().name() + "` asserts nothing, so nothing is proved of it")
              .help("say what must hold, such as `assert a reaches b on 443/tcp`"));
    }
  }
}
