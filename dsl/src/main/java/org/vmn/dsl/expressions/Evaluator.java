package org.vmn.dsl.expressions;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.literals.Dimension;

/** Computes what expressions come to, where names mean certain values. */
public final class Evaluator {
  private static final int LONGEST_TEXT = 8192;

  private final Names names;

  /** What names mean. */
  public interface Names {
    /** The value of a name; null when it has none. */
    @Nullable Value find(String name);

    /** What to say of a name without a value, with its help. */
    String unknown(String name);
  }

  public Evaluator(Names names) {
    this.names = names;
  }

  /**
   * @throws Wrong when it comes to nothing
   */
  public Value of(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression.Name name -> name(name);
      case Expression.Holed holed -> new Value.Text(text(holed.holes(), holed));
      case Expression.Listed listed -> new Value.Listing(all(listed.items()));
      case Expression.Prefixed prefixed -> prefixed(prefixed);
      case Expression.Infix infix -> infix(infix);
      case Expression.Item item -> item(item);
      case Expression.Call call -> guarded(call, () -> Functions.call(call, all(call.arguments())));
    };
  }

  /** A text with the values of its holes in them. */
  public String text(Holes holes, Expression at) {
    StringBuilder text = new StringBuilder(holes.words().get(0));
    for (int i = 0; i < holes.expressions().size(); i++) {
      text.append(of(holes.expressions().get(i)).text()).append(holes.words().get(i + 1));
      bound(text, at);
    }
    return text.toString();
  }

  /**
   * @throws Wrong when a text that is being made gets too long
   */
  static void bound(CharSequence text, Expression at) {
    if (text.length() > LONGEST_TEXT) {
      throw new Wrong(
          Code.OUT_OF_RANGE,
          at.start(),
          at.end(),
          "the text has more than " + LONGEST_TEXT + " characters");
    }
  }

  private Value name(Expression.Name name) {
    Value found = names.find(name.name());
    if (found == null) {
      throw new Wrong(Code.UNKNOWN_NAME, name.start(), name.end(), names.unknown(name.name()));
    }
    return found;
  }

  private List<Value> all(List<Expression> expressions) {
    List<Value> values = new ArrayList<>();
    expressions.forEach(e -> values.add(of(e)));
    return values;
  }

  private Value prefixed(Expression.Prefixed prefixed) {
    Value operand = of(prefixed.operand());
    if (prefixed.operator().equals("not")) {
      return new Value.Truth(!truth(operand, prefixed.operand()));
    }
    if (operand instanceof Value.Amount amount) {
      return new Value.Amount(amount.amount().negated(), amount.dimension());
    }
    throw Operators.mistyped(prefixed.operand(), operand, "a number or a quantity");
  }

  private Value infix(Expression.Infix infix) {
    Value left = of(infix.left());
    if (infix.operator().equals("and") || infix.operator().equals("or")) {
      boolean first = truth(left, infix.left());
      boolean decided = infix.operator().equals("or") == first;
      return new Value.Truth(decided ? first : truth(of(infix.right()), infix.right()));
    }
    Value right = of(infix.right());
    return guarded(infix, () -> Operators.apply(infix, left, right));
  }

  private Value item(Expression.Item item) {
    Value list = of(item.list());
    Value index = of(item.index());
    if (!(list instanceof Value.Listing listing)) {
      throw Operators.mistyped(item.list(), list, "a list");
    }
    if (!(index instanceof Value.Amount(Rational number, Dimension dimension))
        || dimension != Dimension.COUNT) {
      throw Operators.mistyped(item.index(), index, "a number");
    }
    int size = listing.items().size();
    long at = number.whole().orElse(0L);
    if (at < 1 || at > size) {
      throw new Wrong(
          Code.OUT_OF_RANGE,
          item.index().start(),
          item.index().end(),
          quoted(index.text()) + " is not an item of a list of " + size);
    }
    return listing.items().get((int) at - 1);
  }

  private static boolean truth(Value value, Expression at) {
    if (value instanceof Value.Truth truth) {
      return truth.holds();
    }
    throw Operators.mistyped(at, value, "true or false");
  }

  /** Arithmetic throws where there is no result. */
  private static Value guarded(Expression at, Supplier<Value> compute) {
    try {
      return compute.get();
    } catch (ArithmeticException e) {
      String message = e.getMessage();
      throw new Wrong(
          Code.BAD_EXPRESSION, at.start(), at.end(), message == null ? "no number" : message);
    }
  }
}
