package org.vmn.dsl.parser;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/**
 * How a part of a text nests, and whether it ends where it seems to: a comment that nothing closes
 * goes on as far as there is text.
 *
 * @param isOpen whether a token might be longer if more text followed
 */
record PartNesting(int deepest, NestingGuard.Effect effect, boolean isOpen) {

  /**
   * @param sentinel how many characters at the end are another declaration, which is not read
   */
  static PartNesting of(String text, int sentinel) {
    int end = text.length() - sentinel;
    Text stream = new Text(text);
    VmnLexer lexer = new VmnLexer();
    lexer.setCharStream(stream);
    boolean isOpen = false;
    while (stream.index() < end) {
      Token token = lexer.nextToken();
      if (token.getType() == Token.EOF || ((CommonToken) token).getStartIndex() >= end) {
        break;
      }
      isOpen |= stream.isAtEnd;
    }
    return new PartNesting(lexer.nesting().deepest(), lexer.nesting().effect(), isOpen);
  }

  /** A text that knows when somebody looked for more of it. */
  private static final class Text extends ANTLRStringStream {
    private boolean isAtEnd;

    Text(String text) {
      super(text);
    }

    @Override
    public int LA(int ahead) {
      int found = super.LA(ahead);
      isAtEnd |= found == CharStream.EOF;
      return found;
    }
  }
}
