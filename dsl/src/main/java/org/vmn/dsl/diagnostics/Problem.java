package org.vmn.dsl.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Origin;

/**
 * Something wrong with a file.
 *
 * @param severity the code's own, unless a project or a rule says otherwise
 * @param message names things in backticks and states the fact, without a final stop
 * @param origin where it is
 * @param labels what stands at the origin and at other places that matter; may be empty
 * @param help the way out, or null when the message says it all
 * @param fixes changes that mend it, the best first; may be empty
 */
public record Problem(
    Code code,
    Severity severity,
    String message,
    Origin origin,
    List<Label> labels,
    @Nullable String help,
    List<Fix> fixes) {
  public Problem {
    labels = List.copyOf(labels);
    fixes = List.copyOf(fixes);
  }

  public static Problem of(Code code, Origin origin, String message) {
    return new Problem(code, code.severity(), message, origin, List.of(), null, List.of());
  }

  public Problem help(String text) {
    return new Problem(code, severity, message, origin, labels, text, fixes);
  }

  public Problem label(Origin at, String text) {
    List<Label> more = new ArrayList<>(labels);
    more.add(new Label(at, text));
    return new Problem(code, severity, message, origin, more, help, fixes);
  }

  public Problem fix(Fix fix) {
    List<Fix> more = new ArrayList<>(fixes);
    more.add(fix);
    return new Problem(code, severity, message, origin, labels, help, more);
  }

  public Problem severity(Severity changed) {
    return new Problem(code, changed, message, origin, labels, help, fixes);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Words at a place. */
  public record Label(Origin origin, String text) {}
}
