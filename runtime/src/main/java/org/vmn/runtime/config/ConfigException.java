package org.vmn.runtime.config;

import java.io.IOException;

/**
 * A text that isn't a simulator configuration. The message starts with the JSON path of what is
 * wrong.
 */
public final class ConfigException extends IOException {
  private static final long serialVersionUID = 1;

  /** More of a path or of a text tells nobody anything. */
  private static final int LONGEST = 300;

  private final String path;
  private final String problem;

  public ConfigException(String path, String problem) {
    super(cut(path) + ": " + cut(problem));
    this.path = cut(path);
    this.problem = cut(problem);
  }

  /** Where, such as {@code $.machines[2].nics[0].mac}; {@code $} is the whole text. */
  public String path() {
    return path;
  }

  /** What is wrong there and what was expected. */
  public String problem() {
    return problem;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
