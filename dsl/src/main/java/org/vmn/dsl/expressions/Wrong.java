package org.vmn.dsl.expressions;

import org.vmn.dsl.diagnostics.Code;

/** What is wrong with an expression, at a range of its text. Whoever evaluates one catches it. */
public final class Wrong extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Code code;
  private final int start;
  private final int end;

  /**
   * @param message for the user, with its help
   */
  public Wrong(Code code, int start, int end, String message) {
    super(message, null, false, false);
    this.code = code;
    this.start = start;
    this.end = end;
  }

  public Code code() {
    return code;
  }

  /** Characters from the beginning of the text. */
  public int start() {
    return start;
  }

  /** Exclusive. */
  public int end() {
    return end;
  }

  /** The same, of a text that begins so many characters earlier. */
  Wrong shifted(int by) {
    return new Wrong(code, start + by, end + by, message());
  }

  public String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
