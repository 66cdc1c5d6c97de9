package org.vmn.generator.emit.ovs.bridge;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a shell command. */
final class Shell {
  private Shell() {}

  /** A word that the shell takes as it is. */
  static String word(String text) {
    return text.matches("[A-Za-z0-9_./:=,@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  static String words(List<String> words) {
    return words.stream().map(Shell::word).collect(Collectors.joining(" "));
  }
}
