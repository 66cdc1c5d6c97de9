package org.vmn.generator.lock;

/** A lock that can't be read. */
public final class LockException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String what;
  private final String help;

  /**
   * @param line counted from 1, or 0 for the file as a whole
   * @param help the way out
   */
  LockException(int line, String message, String help) {
    super(message);
    this.line = line;
    this.what = message;
    this.help = help;
  }

  /** Counted from 1, or 0 for the file as a whole. */
  public int line() {
    return line;
  }

  /** What is wrong. */
  public String what() {
    return what;
  }

  public String help() {
    return help;
  }
}
