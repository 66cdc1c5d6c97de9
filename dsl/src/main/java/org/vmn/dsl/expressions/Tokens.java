package org.vmn.dsl.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.vmn.dsl.parser.LiteralScanner;

/** Cuts the text of an expression as {@code VmnLexer} cuts that of a file. */
final class Tokens {
  private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "//", "/*");

  /** A piece of the text. */
  record Token(Kind kind, String text, int start) {
    int end() {
      return start + text.length();
    }
  }

  /** What a token is. */
  enum Kind {
    NUMBER,
    IP,
    PREFIX,
    MAC,
    WORD,
    PATTERN,
    TEXT,
    SIGN,
    END
  }

  private Tokens() {}

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Token token = next(text, at);
      if (token.text().isBlank()
          || token.text().startsWith("//")
          || token.text().startsWith("/*")) {
        at = token.end();
        continue;
      }
      tokens.add(token);
      at = token.end();
    }
    tokens.add(new Token(Kind.END, "", text.length()));
    return tokens;
  }

  private static Token next(String text, int start) {
    IntUnaryOperator at = i -> start + i < text.length() ? text.charAt(start + i) : -1;
    LiteralScanner.Literal literal = LiteralScanner.scan(at);
    if (literal.kind() != LiteralScanner.Kind.NONE) {
      return token(Kind.valueOf(literal.kind().name()), text, start, literal.length());
    }
    int word = LiteralScanner.word(at);
    int pattern = LiteralScanner.pattern(at, word);
    if (pattern > 0) {
      return token(Kind.PATTERN, text, start, pattern);
    }
    if (word > 0) {
      return token(Kind.WORD, text, start, word);
    }
    if (text.charAt(start) == '"') {
      return token(Kind.TEXT, text, start, quoted(text, start));
    }
    String sign = text.substring(start, Math.min(text.length(), start + 2));
    if (!SIGNS.contains(sign)) {
      return token(Kind.SIGN, text, start, 1);
    }
    return token(
        Kind.SIGN,
        text,
        start,
        sign.equals("//")
            ? upTo("\n", text, start)
            : sign.equals("/*") ? upTo("*/", text, start) : 2);
  }

  private static Token token(Kind kind, String text, int start, int length) {
    return new Token(kind, text.substring(start, start + length), start);
  }

  private static int upTo(String end, String text, int start) {
    int found = text.indexOf(end, start + 2);
    return (found < 0 ? text.length() : found + end.length()) - start;
  }

  private static int quoted(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1) - start;
  }
}
