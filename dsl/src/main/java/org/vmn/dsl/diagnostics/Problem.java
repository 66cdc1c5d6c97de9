package org.vmn.dsl.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Origin;

/**
 * Something wrong with a file.
 *
 * @param message names things in backticks and states the fact, without a final stop
 * @param origin where it is
 * @param labels what stands at the origin and at other places that matter; may be empty
 * @param help the way out, or null when the message says it all
 */
public record Problem(
    Code code, String message, Origin origin, List<Label> labels, @Nullable String help) {
  public Problem {
    labels = List.copyOf(labels);
  }

  public static Problem of(Code code, Origin origin, String message) {
    return new Problem(code, message, origin, List.of(), null);
  }

  public Problem help(String text) {
    return new Problem(code, message, origin, labels, text);
  }

  public Problem label(Origin at, String text) {
    List<Label> more = new ArrayList<>(labels);
    more.add(new Label(at, text));
    return new Problem(code, message, origin, more, help);
  }

  /** Words at a place. */
  public record Label(Origin origin, String text) {}
}
