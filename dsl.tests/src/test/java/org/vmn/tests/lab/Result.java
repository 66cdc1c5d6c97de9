package org.vmn.tests.lab;

/**
 * How a program ended.
 *
 * @param command the command line, for messages
 * @param exit the exit status; 124 when it ran out of time
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Result(String command, int exit, String out, String err) {
  /** This result, or an error that shows all of it when the exit status is not 0. */
  public Result ok() {
    if (exit != 0) {
      throw new AssertionError("`%s` ended with %d%n%s%s".formatted(abridged(), exit, out, err));
    }
    return this;
  }

  /** Standard output without white space at its ends. */
  public String text() {
    return out.strip();
  }

  private String abridged() {
    return command.length() < 500 ? command : command.substring(0, 500) + "…";
  }
}
