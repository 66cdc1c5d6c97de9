package org.vmn.dsl.parser;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.vmn.dsl.parser.antlr.internal.InternalVmnLexer;
import org.vmn.dsl.parser.antlr.internal.InternalVmnParser;

/**
 * The generated lexer, with literals and words cut by {@link LiteralScanner}, and an end to deep
 * nesting.
 */
public class VmnLexer extends InternalVmnLexer {
  /** With which some editors begin every file. */
  private static final int BYTE_ORDER_MARK = 0xfeff;

  /** Types of tokens, by words of the language. */
  private static final Map<String, Integer> KEYWORDS = keywords();

  private NestingGuard nesting = new NestingGuard();

  @Override
  public void setCharStream(CharStream input) {
    super.setCharStream(input);
    nesting = new NestingGuard();
  }

  /** How deep the text nests as far as it was read. */
  NestingGuard nesting() {
    return nesting;
  }

  @Override
  public void mTokens() throws RecognitionException {
    IntUnaryOperator at = offset -> input.LA(offset + 1);
    if (nesting.isTooDeep(at)) {
      token(input.size() - input.index(), RULE_ANY_OTHER);
      return;
    }
    if (input.index() == 0 && input.LA(1) == BYTE_ORDER_MARK) {
      token(1, RULE_WS);
      return;
    }
    LiteralScanner.Literal literal = LiteralScanner.scan(at);
    switch (literal.kind()) {
      case NONE -> word(at);
      case IP -> token(literal.length(), RULE_IP);
      case PREFIX -> token(literal.length(), RULE_PREFIX);
      case MAC -> token(literal.length(), RULE_MAC);
      case NUMBER -> token(literal.length(), RULE_NUMBER);
    }
  }

  /**
   * Words are looked up, since the generated lexer takes the dash in {@code web->db} for one within
   * a name, and in {@code db:postgres} the beginning for one of a MAC address.
   */
  private void word(IntUnaryOperator at) throws RecognitionException {
    int length = LiteralScanner.word(at);
    int pattern = LiteralScanner.pattern(at, length);
    if (pattern > 0) {
      token(pattern, RULE_PATTERN);
    } else if (length > 0) {
      String word = input.substring(input.index(), input.index() + length - 1);
      token(length, KEYWORDS.getOrDefault(word, RULE_ID));
    } else {
      super.mTokens();
    }
  }

  /**
   * All that is left of a text that nests too deep: one token, and the only one of its type that
   * has two characters or more.
   */
  static boolean isRest(Token token) {
    return token.getType() == RULE_ANY_OTHER && token.getText().length() > 1;
  }

  private static Map<String, Integer> keywords() {
    String[] tokens = InternalVmnParser.tokenNames;
    Map<String, Integer> keywords = new HashMap<>();
    for (int type = 0; type < tokens.length; type++) {
      if (tokens[type].startsWith("'")) {
        keywords.put(tokens[type].substring(1, tokens[type].length() - 1), type);
      }
    }
    return keywords;
  }

  private void token(int length, int type) {
    for (int i = 0; i < length; i++) {
      input.consume();
    }
    state.channel = Token.DEFAULT_CHANNEL;
    state.type = type;
  }
}
