package org.vmn.dsl.parser;

import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.vmn.dsl.parser.antlr.internal.InternalVmnLexer;

/** The generated lexer, with literals cut by {@link LiteralScanner}. */
public class VmnLexer extends InternalVmnLexer {

  @Override
  public void mTokens() throws RecognitionException {
    LiteralScanner.Literal literal = LiteralScanner.scan(offset -> input.LA(offset + 1));
    if (literal.kind() == LiteralScanner.Kind.NONE) {
      super.mTokens();
      return;
    }
    for (int i = 0; i < literal.length(); i++) {
      input.consume();
    }
    state.channel = Token.DEFAULT_CHANNEL;
    state.type =
        switch (literal.kind()) {
          case IP -> RULE_IP;
          case PREFIX -> RULE_PREFIX;
          case MAC -> RULE_MAC;
          default -> RULE_NUMBER;
        };
  }
}
