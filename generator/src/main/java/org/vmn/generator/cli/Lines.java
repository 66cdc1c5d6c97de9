package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Table;

/** Lines of text that grow by tables, each with an empty line behind it. */
final class Lines {
  private final List<String> lines = new ArrayList<>();

  void add(String line) {
    lines.add(line);
  }

  /** Nothing when the table has no rows. */
  void add(Table table) {
    add(table, 0, "");
  }

  /** With how many rows of which kind are left out. */
  void add(Table table, int more, String noun) {
    if (table.isEmpty()) {
      return;
    }
    lines.addAll(table.lines());
    if (more > 0) {
      lines.add("and " + Figures.of(more, noun) + " more: --format json shows all");
    }
    lines.add("");
  }

  List<String> all() {
    return lines;
  }

  static String text(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
