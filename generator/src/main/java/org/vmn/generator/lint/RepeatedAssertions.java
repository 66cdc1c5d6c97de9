package org.vmn.generator.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Assertion;

/** Assertions that another one makes in the same words. */
final class RepeatedAssertions implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    Map<String, Assertion> seen = new HashMap<>();
    for (Assertion assertion : subject.network().assertions()) {
      Assertion first = seen.putIfAbsent(assertion.text(), assertion);
      if (first != null) {
        out.accept(
            Problem.of(
                    Code.REPEATED_ASSERTION,
                    assertion.origin(),
                    "`" + assertion.text() + "` is asserted twice")
                .label(first.origin(), "first here")
                .help("remove one of them")
                .fix(Fix.certain("remove this assertion", assertion.origin(), "")));
      }
    }
  }
}
