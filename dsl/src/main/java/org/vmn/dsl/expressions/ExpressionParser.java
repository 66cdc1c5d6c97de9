package org.vmn.dsl.expressions;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.util.Strings;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.expressions.Tokens.Kind;
import org.vmn.dsl.expressions.Tokens.Token;
import org.vmn.dsl.literals.Dimension;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * Reads an expression by the precedence of its operators: {@code or}, {@code and}, comparison, sum,
 * product, sign.
 */
public final class ExpressionParser {
  private static final int DEEPEST = 60;
  private static final int MOST_DIGITS = 18;
  private static final int PRODUCT = 5;

  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("or", 1),
          Map.entry("and", 2),
          Map.entry("==", 3),
          Map.entry("!=", 3),
          Map.entry("<", 3),
          Map.entry("<=", 3),
          Map.entry(">", 3),
          Map.entry(">=", 3),
          Map.entry("+", 4),
          Map.entry("-", 4),
          Map.entry("*", PRODUCT),
          Map.entry("/", PRODUCT));

  private final List<Token> tokens;
  private final int offset;
  private int at;
  private int depth;

  private ExpressionParser(String text, int offset) {
    tokens = Tokens.of(text);
    this.offset = offset;
  }

  /**
   * @param offset where the text stands in a larger one; places count from that one's beginning
   * @throws Wrong when it is none
   */
  public static Expression parse(String text, int offset) {
    ExpressionParser parser = new ExpressionParser(text, offset);
    Expression expression = parser.infix(1);
    Token rest = parser.peek();
    if (rest.kind() != Kind.END) {
      throw parser.wrong(rest, quoted(rest.text()) + " can't follow here");
    }
    return expression;
  }

  private Expression infix(int least) {
    Expression left = operand();
    Integer precedence = PRECEDENCE.get(peek().text());
    while (precedence != null && precedence >= least) {
      String operator = next().text();
      Expression right = infix(precedence + 1);
      left = new Expression.Infix(operator, left, right, left.start(), right.end());
      precedence = PRECEDENCE.get(peek().text());
    }
    return left;
  }

  private Expression operand() {
    Token token = peek();
    if (++depth > DEEPEST) {
      throw new Wrong(
          Code.TOO_DEEP,
          start(token),
          end(token),
          "this nests more than " + DEEPEST + " levels deep");
    }
    Expression found;
    if (token.text().equals("-") || token.text().equals("not")) {
      next();
      Expression operand = token.text().equals("-") ? operand() : infix(3);
      found = new Expression.Prefixed(token.text(), operand, start(token), operand.end());
    } else {
      found = atom(next());
      while (peek().text().equals("[") && peek().kind() == Kind.SIGN) {
        next();
        Expression index = infix(1);
        found = new Expression.Item(found, index, found.start(), end(expect("]")));
      }
    }
    depth--;
    return found;
  }

  private Expression atom(Token token) {
    try {
      return switch (token.kind()) {
        case NUMBER -> number(token);
        case IP -> literal(token, new Value.Address(Ip.parse(token.text())));
        case PREFIX -> literal(token, new Value.Block(Prefix.parse(token.text())));
        case MAC -> literal(token, new Value.Hardware(Mac.parse(token.text())));
        case TEXT -> text(token);
        case PATTERN ->
            new Expression.Holed(Holes.parse(token.text(), start(token)), start(token), end(token));
        case WORD -> word(token);
        case SIGN -> sign(token);
        case END -> throw wrong(token, "a value is missing");
      };
    } catch (IllegalArgumentException e) {
      throw new Wrong(Code.BAD_ADDRESS, start(token), end(token), Messages.of(e));
    }
  }

  private Expression sign(Token token) {
    if (token.text().equals("(")) {
      Expression inner = infix(1);
      expect(")");
      return inner;
    }
    if (token.text().equals("[")) {
      List<Expression> items = list("]");
      return new Expression.Listed(items, start(token), offset + tokens.get(at - 1).end());
    }
    throw wrong(token, "a value is missing before " + quoted(token.text()));
  }

  private Expression word(Token token) {
    switch (token.text()) {
      case "true" -> {
        return literal(token, new Value.Truth(true));
      }
      case "false" -> {
        return literal(token, new Value.Truth(false));
      }
      default -> {}
    }
    if (peek().text().equals("(")) {
      next();
      List<Expression> arguments = list(")");
      return new Expression.Call(
          token.text(), arguments, start(token), offset + tokens.get(at - 1).end());
    }
    return new Expression.Name(token.text(), start(token), end(token));
  }

  private List<Expression> list(String close) {
    List<Expression> items = new ArrayList<>();
    while (!peek().text().equals(close)) {
      items.add(infix(1));
      if (!peek().text().equals(close)) {
        expect(",");
      }
    }
    next();
    return items;
  }

  /** A quantity in holes and in longer expressions; alone it is one of the grammar's. */
  private Expression number(Token token) {
    if (token.text().length() > MOST_DIGITS) {
      throw new Wrong(
          Code.OUT_OF_RANGE,
          start(token),
          end(token),
          quoted(token.text()) + " has more than " + MOST_DIGITS + " digits");
    }
    Rational digits = Rational.of(new BigDecimal(token.text()));
    Token unit = peek();
    boolean named = unit.kind() == Kind.WORD && !PRECEDENCE.containsKey(unit.text());
    if (!named && !unit.text().equals("%")) {
      return literal(token, new Value.Amount(digits, Dimension.COUNT));
    }
    next();
    String name = unit.text();
    if (peek().text().equals("/") && Dimension.isUnit(name + "/" + tokens.get(at + 1).text())) {
      next();
      name += "/" + next().text();
    }
    String written = name;
    Units found =
        Units.find(name)
            .orElseThrow(() ->
                new Wrong(
                    Code.BAD_UNIT,
                    start(unit),
                    end(unit),
                    help(
                        quoted(written) + " is not a unit",
                        "units are such as GiB, Gbps, ms, % and req/s")));
    return new Expression.Literal(
        new Value.Amount(digits.times(found.factor()), found.dimension()),
        start(token),
        offset + tokens.get(at - 1).end());
  }

  private Expression text(Token token) {
    String inner = token.text().substring(1, Math.max(1, token.text().length() - 1));
    if (!inner.contains("${")) {
      return literal(token, new Value.Text(Strings.convertFromJavaString(inner, true)));
    }
    return new Expression.Holed(Holes.parse(inner, start(token) + 1), start(token), end(token));
  }

  private Expression literal(Token token, Value value) {
    return new Expression.Literal(value, start(token), end(token));
  }

  private Token expect(String sign) {
    Token token = next();
    if (!token.text().equals(sign)) {
      String place = token.kind() == Kind.END ? " at the end" : " before " + quoted(token.text());
      throw wrong(token, "`" + sign + "` is missing" + place);
    }
    return token;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private int start(Token token) {
    return offset + token.start();
  }

  private int end(Token token) {
    return offset + token.end();
  }

  private Wrong wrong(Token token, String message) {
    return new Wrong(
        Code.BAD_EXPRESSION, start(token), Math.max(end(token), start(token) + 1), message);
  }
}
