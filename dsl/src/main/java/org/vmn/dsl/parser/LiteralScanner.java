package org.vmn.dsl.parser;

import java.util.function.IntUnaryOperator;

/**
 * Cuts numbers, addresses, prefixes and hardware addresses out of the text. ANTLR's lexer decides
 * with a fixed look-ahead and can't tell {@code 1..3} from {@code 1.3}, or {@code fe80::1} from a
 * name; this scanner can. Literals are cut generously ({@code 300.1.2.3/99} is one token), so that
 * validation can say what is wrong with them.
 */
public final class LiteralScanner {
  private static final int MAC_GROUPS = 6;

  /**
   * No text of colons and digits that is longer is looked at as a whole, lest the next token look
   * at it again.
   */
  private static final int LONGEST = 256;

  /** What a literal is. */
  public enum Kind {
    NONE,
    NUMBER,
    IP,
    PREFIX,
    MAC
  }

  /**
   * A literal that was found.
   *
   * @param length characters; 0 when there is none
   */
  public record Literal(Kind kind, int length) {
    static final Literal NONE = new Literal(Kind.NONE, 0);
  }

  private LiteralScanner() {}

  /**
   * The literal that the text begins with.
   *
   * @param at the character at an offset from 0, or a negative number past the end
   */
  public static Literal scan(IntUnaryOperator at) {
    int first = at.applyAsInt(0);
    if (!hex(first) && first != ':') {
      return Literal.NONE;
    }
    Literal colons = withColons(at);
    if (colons.kind() != Kind.NONE) {
      return colons;
    }
    return digit(first) ? withDots(at) : Literal.NONE;
  }

  /** A MAC or an IPv6 address: hexadecimal digits with two colons or more. */
  private static Literal withColons(IntUnaryOperator at) {
    int length = 0;
    int colons = 0;
    while (length <= LONGEST && (hex(at.applyAsInt(length)) || at.applyAsInt(length) == ':')) {
      colons += at.applyAsInt(length) == ':' ? 1 : 0;
      length++;
    }
    // A colon at the end belongs to what follows, unless it is the second of '::'.
    if (length > 1 && at.applyAsInt(length - 1) == ':' && at.applyAsInt(length - 2) != ':') {
      length--;
      colons--;
    }
    if (length > LONGEST || colons < 2 || word(at.applyAsInt(length))) {
      return Literal.NONE;
    }
    return isMac(at, length, colons) ? new Literal(Kind.MAC, length) : prefixed(at, length);
  }

  private static boolean isMac(IntUnaryOperator at, int length, int colons) {
    boolean mac = colons == MAC_GROUPS - 1 && length == 3 * MAC_GROUPS - 1;
    for (int i = 0; mac && i < length; i++) {
      mac = i % 3 == 2 == (at.applyAsInt(i) == ':');
    }
    return mac;
  }

  /** A number, or an address of three parts or more. */
  private static Literal withDots(IntUnaryOperator at) {
    int length = digits(at, 0);
    int dots = 0;
    int decimal = length;
    while (at.applyAsInt(length) == '.' && digit(at.applyAsInt(length + 1))) {
      length += 1 + digits(at, length + 1);
      dots++;
      if (dots == 1) {
        decimal = length;
      }
    }
    return dots >= 2 ? prefixed(at, length) : new Literal(Kind.NUMBER, decimal);
  }

  private static Literal prefixed(IntUnaryOperator at, int length) {
    if (at.applyAsInt(length) != '/' || !digit(at.applyAsInt(length + 1))) {
      return new Literal(Kind.IP, length);
    }
    return new Literal(Kind.PREFIX, length + 1 + digits(at, length + 1));
  }

  /** The length of the word that the text begins with, with dashes within. */
  public static int word(IntUnaryOperator at) {
    int length = 0;
    while (word(at.applyAsInt(length)) || inner(at, length)) {
      length++;
    }
    return length;
  }

  /**
   * The length of the name with holes, such as <code>web-${i}</code>, that the text begins with; 0
   * when there is none.
   *
   * @param word the length of the word that the text begins with
   */
  public static int pattern(IntUnaryOperator at, int word) {
    int length = word;
    int hole = hole(at, length + dash(at, length));
    if (hole == 0) {
      return 0;
    }
    while (hole > 0) {
      length += dash(at, length) + hole;
      while (word(at.applyAsInt(length)) || inner(at, length)) {
        length++;
      }
      hole = hole(at, length + dash(at, length));
    }
    return length;
  }

  /** A dash before a hole is one within a name; it can't be the first of its characters. */
  private static int dash(IntUnaryOperator at, int length) {
    return length > 0 && at.applyAsInt(length) == '-' ? 1 : 0;
  }

  /** From <code>${</code> to the brace that closes it, in the same line. */
  private static int hole(IntUnaryOperator at, int from) {
    if (at.applyAsInt(from) != '$' || at.applyAsInt(from + 1) != '{') {
      return 0;
    }
    for (int length = 2; length < LONGEST; length++) {
      int c = at.applyAsInt(from + length);
      if (c == '}') {
        return length + 1;
      }
      if (c < ' ' || c == '{') {
        return 0;
      }
    }
    return 0;
  }

  private static boolean inner(IntUnaryOperator at, int dash) {
    return dash > 0 && at.applyAsInt(dash) == '-' && word(at.applyAsInt(dash + 1));
  }

  private static int digits(IntUnaryOperator at, int from) {
    int count = 0;
    while (digit(at.applyAsInt(from + count))) {
      count++;
    }
    return count;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean hex(int c) {
    return digit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private static boolean word(int c) {
    return digit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
