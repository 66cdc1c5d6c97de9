package org.vmn.dsl.parser;

import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.vmn.dsl.diagnostics.Code;

/** Something is missing at the end of a line, where the parser noticed only at the next. */
public final class MissingMessage extends SyntaxErrorMessage {
  private final int back;

  /**
   * @param back how many tokens before the one that couldn't be read it belongs to
   */
  MissingMessage(String message, int back) {
    super(message, Code.SYNTAX.id());
    this.back = back;
  }

  /** How many tokens before the one that couldn't be read it belongs to. */
  public int back() {
    return back;
  }
}
