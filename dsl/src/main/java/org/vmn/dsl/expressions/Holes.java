package org.vmn.dsl.expressions;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Code;

/**
 * A text with holes: words, and expressions between <code>${</code> and <code>}</code>. A dollar
 * that stands twice before a brace is one dollar, and no hole.
 *
 * @param words one more than there are expressions: before, between and after them
 */
public record Holes(List<String> words, List<Expression> expressions) {
  public Holes {
    words = List.copyOf(words);
    expressions = List.copyOf(expressions);
  }

  /**
   * @param text as it is written
   * @param offset where it stands in a larger text; places count from that one's beginning
   */
  public static Holes parse(String text, int offset) {
    List<String> words = new ArrayList<>();
    List<Expression> expressions = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        word.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        int close = text.indexOf('}', at);
        if (close < 0) {
          throw new Wrong(
              Code.BAD_EXPRESSION, offset + at, offset + text.length(), "this `${` has no `}`");
        }
        words.add(word.toString());
        word.setLength(0);
        expressions.add(ExpressionParser.parse(text.substring(at + 2, close), offset + at + 2));
        at = close + 1;
      } else {
        word.append(text.charAt(at++));
      }
    }
    words.add(word.toString());
    return new Holes(words, expressions);
  }
}
