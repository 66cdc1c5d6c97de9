package org.vmn.dsl.ide.value;

import java.util.regex.Pattern;
import org.vmn.dsl.expressions.Functions;

/**
 * Whether a place in the text is within an expression, told by what stands before it: completion's
 * parser knows nothing of the insides of what the grammar reads as text.
 */
public final class ExpressionPlace {
  private static final int MOST_LINES = 50;

  /** The end of a line that ends in the middle of an expression. */
  private static final Pattern GOES_ON =
      Pattern.compile("([(\\[,+*/<=!]|[^-=]>| -|\\b(and|or|not|if|then|else|in))$");

  /** The beginning of a line that is the rest of one. */
  private static final Pattern GOES_BACK =
      Pattern.compile("^\\s*([)\\],+*/<>=!]|-[^->]|(and|or|then|else)\\b)");

  private final String text;
  private final int start;

  private ExpressionPlace(String text, int start) {
    this.text = text;
    this.start = start;
  }

  /** Where the name begins that ends at an offset. */
  public static int start(String text, int offset) {
    int start = offset;
    while (start > 0 && isPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Whether a value may be named at an offset, or a name that stands there be completed to one. */
  public static boolean is(String text, int offset) {
    int start = start(text, offset);
    String before = statement(text, start);
    return !before.isEmpty() && new ExpressionPlace(before, before.length()).is();
  }

  /** What stands before an offset on its line, and on those before that go on in the next. */
  private static String statement(String text, int offset) {
    int line = text.lastIndexOf('\n', offset - 1) + 1;
    String statement = text.substring(line, offset);
    for (int i = 0; i < MOST_LINES && line > 0 && !statement.contains("//"); i++) {
      int before = text.lastIndexOf('\n', line - 2) + 1;
      String code = text.substring(before, line - 1).replaceFirst("//.*", "").stripTrailing();
      if (!GOES_ON.matcher(code).find() && !GOES_BACK.matcher(statement).find()) {
        break;
      }
      statement = code + " " + statement;
      line = before;
    }
    return statement;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private boolean is() {
    String before = text.stripTrailing();
    if (isComment() || before.isEmpty()) {
      return false;
    }
    int hole = text.lastIndexOf("${");
    if (hole >= 0 && text.indexOf('}', hole) < 0) {
      return true;
    }
    char last = before.charAt(before.length() - 1);
    char second = before.length() > 1 ? before.charAt(before.length() - 2) : ' ';
    return switch (last) {
      case '+', '/' -> true;
      case '*' -> second != '[';
      case '<', '!' -> true;
      case '>' -> second != '-' && second != '=';
      case '-' -> second == ' ' && start > before.length();
      case '=' -> "=<>!".indexOf(second) >= 0 || isValue(before);
      case '(', ',', '[' -> isOfFunction(before) || isOfList(before);
      default -> before.matches("(?s).*\\b(and|or|not|if)");
    };
  }

  private boolean isComment() {
    return text.contains("//");
  }

  /** Of a variable, a parameter or an argument, not of a group or a service. */
  private static boolean isValue(String before) {
    return before.stripLeading().startsWith("var ") || open(before, '(', ')') >= 0;
  }

  private static boolean isOfFunction(String before) {
    int open = open(before, '(', ')');
    return open >= 0 && Functions.names().contains(before.substring(start(before, open), open));
  }

  /** A list's bracket follows an operator; that of a count or an index follows a name. */
  private static boolean isOfList(String before) {
    int open = open(before, '[', ']');
    String owner = open < 0 ? "" : before.substring(0, open).stripTrailing();
    return open >= 0
        && (owner.endsWith("=")
            || owner.endsWith("(")
            || owner.endsWith(",")
            || owner.endsWith(" in"));
  }

  /** The innermost bracket that isn't closed; -1 where there is none. */
  private static int open(String before, char open, char close) {
    int depth = 0;
    for (int i = before.length() - 1; i >= 0; i--) {
      if (before.charAt(i) == close) {
        depth++;
      } else if (before.charAt(i) == open && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }
}
