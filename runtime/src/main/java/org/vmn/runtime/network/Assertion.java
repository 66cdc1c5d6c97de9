package org.vmn.runtime.network;

import org.jspecify.annotations.Nullable;

/**
 * A theorem about the network.
 *
 * @param text as the source writes it, without {@code assert}
 * @param by the guideline that makes it; null where the network itself does
 */
public record Assertion(String text, Claim claim, Origin origin, @Nullable Guideline by) {

  public Assertion(String text, Claim claim, Origin origin) {
    this(text, claim, origin, null);
  }

  /**
   * A guideline that asserts something of elements.
   *
   * @param level how bad it is when that doesn't hold
   * @param help what its author says to whoever breaks it, or empty
   * @param origin where it asserts it
   */
  public record Guideline(Level level, String help, Origin origin) {}

  /** How bad a refuted assertion is; only an error keeps anything from being built. */
  public enum Level {
    ERROR,
    WARNING,
    INFO
  }
}
