package org.vmn.dsl.ide.contentassist;

import java.util.function.IntUnaryOperator;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.vmn.dsl.ide.contentassist.antlr.internal.InternalVmnLexer;
import org.vmn.dsl.parser.LiteralScanner;

/**
 * The generated lexer of content assist, with literals cut as {@link org.vmn.dsl.parser.VmnLexer}
 * cuts them. The two generated lexers have no type in common that knows the tokens, hence the same
 * few lines twice.
 */
public class ContentAssistLexer extends InternalVmnLexer {

  @Override
  public void mTokens() throws RecognitionException {
    IntUnaryOperator at = offset -> input.LA(offset + 1);
    LiteralScanner.Literal literal = LiteralScanner.scan(at);
    if (literal.kind() == LiteralScanner.Kind.NONE) {
      int pattern = LiteralScanner.pattern(at, LiteralScanner.word(at));
      if (pattern == 0) {
        super.mTokens();
      } else {
        token(pattern, RULE_PATTERN);
      }
      return;
    }
    token(
        literal.length(),
        switch (literal.kind()) {
          case IP -> RULE_IP;
          case PREFIX -> RULE_PREFIX;
          case MAC -> RULE_MAC;
          default -> RULE_NUMBER;
        });
  }

  private void token(int length, int type) {
    for (int i = 0; i < length; i++) {
      input.consume();
    }
    state.channel = Token.DEFAULT_CHANNEL;
    state.type = type;
  }
}
