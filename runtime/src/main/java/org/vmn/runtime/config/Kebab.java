package org.vmn.runtime.config;

import java.util.Locale;

/** Java's names as the configuration writes them. */
final class Kebab {
  private Kebab() {}

  /** {@code OnSegment} is {@code on-segment}. */
  static String of(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** {@code LEAST_CONNECTIONS} is {@code least-connections}. */
  static String of(Enum<?> constant) {
    return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
