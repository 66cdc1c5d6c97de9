package org.vmn.generator.emit.ovs.bridge;

import java.util.ArrayList;
import java.util.List;
import org.vmn.generator.emit.text.Shell;

/** One command of an ovs-vsctl transaction. */
record Command(List<String> words) {
  Command {
    words = List.copyOf(words);
  }

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  /**
   * Sets columns of a row; {@code settings} as {@code column=value} or {@code column:key=value}.
   */
  static Command set(String table, String row, List<String> settings) {
    List<String> words = new ArrayList<>(List.of("set", table, row));
    words.addAll(settings);
    return new Command(words);
  }

  static Command clear(String table, String row, String... columns) {
    List<String> words = new ArrayList<>(List.of("clear", table, row));
    words.addAll(List.of(columns));
    return new Command(words);
  }

  /** A setting of a map's key to a text. */
  static String entry(String column, String key, String text) {
    return column + ":" + key + "=\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** As the shell reads it. */
  String text() {
    return Shell.command(words);
  }
}
