package org.vmn.dsl.literals;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people write for units: whole words, and letters in another case. */
final class UnitWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("day", "d"),
          Map.entry("hour", "h"),
          Map.entry("hr", "h"),
          Map.entry("minute", "min"),
          Map.entry("second", "s"),
          Map.entry("sec", "s"),
          Map.entry("millisecond", "ms"),
          Map.entry("milli", "ms"),
          Map.entry("msec", "ms"),
          Map.entry("microsecond", "us"),
          Map.entry("usec", "us"),
          Map.entry("nanosecond", "ns"),
          Map.entry("percent", "%"));

  private UnitWords() {}

  /** The unit of the dimension that a word stands for. */
  static Optional<String> meant(String word, Dimension dimension) {
    String small = word.toLowerCase(Locale.ROOT);
    String whole =
        switch (dimension) {
          case SIZE -> small.replaceAll("^([kmgtp])i?$", "$1ib");
          case BANDWIDTH -> small.replaceAll("^([kmgtp])(b|bits?|bits?ps)?$", "$1bps");
          default -> small;
        };
    String singular = small.endsWith("s") ? small.substring(0, small.length() - 1) : small;
    return dimension.units().keySet().stream()
        .filter(unit ->
            unit.equalsIgnoreCase(whole)
                || unit.equalsIgnoreCase(singular)
                || unit.equals(WORDS.get(small))
                || unit.equals(WORDS.get(singular)))
        .findFirst();
  }
}
