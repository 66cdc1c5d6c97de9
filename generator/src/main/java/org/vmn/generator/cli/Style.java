package org.vmn.generator.cli;

/** Colours, or none. */
record Style(boolean colours) {
  String red(String text) {
    return wrap("1;31", text);
  }

  String yellow(String text) {
    return wrap("1;33", text);
  }

  String green(String text) {
    return wrap("32", text);
  }

  String blue(String text) {
    return wrap("1;34", text);
  }

  String bold(String text) {
    return wrap("1", text);
  }

  /** A line of a unified diff. */
  String diff(String line) {
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> green(line);
      case '-' -> red(line);
      case '@' -> blue(line);
      default -> line;
    };
  }

  private String wrap(String code, String text) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
