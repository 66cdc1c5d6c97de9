package org.vmn.generator.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.vmn.dsl.diagnostics.Severity;

/** How much a project minds a diagnostic. */
public enum Level {
  OFF,
  INFO,
  WARNING,
  ERROR;

  /** As {@code vmn.json} writes it: {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Level> find(String word) {
    return Arrays.stream(values()).filter(l -> l.word().equals(word)).findFirst();
  }

  /** Empty when it is not to be reported at all. */
  public Optional<Severity> severity() {
    return Severity.find(word());
  }
}
