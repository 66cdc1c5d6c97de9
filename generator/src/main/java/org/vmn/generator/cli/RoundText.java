package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What rounds of watching have in common for people: where one begins, and how long it took. */
final class RoundText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** More names than these are counted. */
  private static final int MOST_NAMES = 3;

  private RoundText() {}

  /** {@code ── 20:14:10 lab.vmn: tiers.vmn changed}. */
  static void begin(Round round, Style style, PrintWriter to) {
    if (round.number() > 1) {
      to.println();
    }
    to.println(
        style.bold("── " + TIME.format(round.begin()) + "  " + round.file() + because(round)));
  }

  private static String because(Round round) {
    Path file = round.file().toAbsolutePath().normalize();
    if (round.changed().isEmpty() || round.changed().equals(Set.of(file))) {
      return round.changed().isEmpty() ? "" : " changed";
    }
    List<String> names = round.changed().stream().map(RoundText::name).toList();
    String all =
        names.size() <= MOST_NAMES
            ? String.join(", ", names)
            : String.join(", ", names.subList(0, MOST_NAMES))
                + " and "
                + (names.size() - MOST_NAMES)
                + " more";
    return ": " + all + " changed";
  }

  /** As it is called from the working folder. */
  static String name(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
  }

  /** {@code in 12 ms}, and in the first round how to end it. */
  static String took(Round round) {
    double millis = round.nanos() / 1e6;
    String took =
        millis < 1000
            ? "in %.0f ms".formatted(Math.max(1, millis))
            : "in %.1f s".formatted(millis / 1000);
    return round.number() > 1 ? took : took + "; watching, Ctrl-C ends";
  }
}
