package org.vmn.dsl.diagnostics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad it is, worst first. Nothing is emitted while there are errors. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** As users write and read it: {@code error}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity that a word means. */
  public static Optional<Severity> find(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
