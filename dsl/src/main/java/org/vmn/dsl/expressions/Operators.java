package org.vmn.dsl.expressions;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.expressions.Value.Amount;
import org.vmn.dsl.literals.Dimension;

/**
 * What operators make of values. Quantities of one dimension add and compare; a product or quotient
 * has a dimension of its own, where there is one: a size over a time is a rate.
 */
final class Operators {
  private static final Rational SHARE = Rational.of(1_000_000);
  private static final Rational BITS = Rational.of(8);
  private static final Rational SECOND = Rational.of(1_000_000_000);
  private static final Rational THOUSANDTH = Rational.of(1_000);

  private Operators() {}

  static Value apply(Expression.Infix infix, Value left, Value right) {
    return switch (infix.operator()) {
      case "==" -> new Value.Truth(equal(infix, left, right));
      case "!=" -> new Value.Truth(!equal(infix, left, right));
      case "<", "<=", ">", ">=" -> new Value.Truth(compares(infix, left, right));
      case "+" -> sum(infix, left, right);
      default -> arithmetic(infix, left, right);
    };
  }

  static Wrong mistyped(Expression at, Value found, String expected) {
    return new Wrong(
        Code.BAD_TYPE,
        at.start(),
        at.end(),
        quoted(found.text())
            + " is "
            + found.kind().replaceAll(" such as.*", "")
            + "; expected "
            + expected);
  }

  private static Value sum(Expression.Infix infix, Value left, Value right) {
    if (left instanceof Value.Listing first && right instanceof Value.Listing second) {
      return Functions.listing(
          infix, Stream.concat(first.items().stream(), second.items().stream()).toList());
    }
    return arithmetic(infix, left, right);
  }

  private static Value arithmetic(Expression.Infix infix, Value left, Value right) {
    if (!(left instanceof Amount a)) {
      throw mistyped(infix.left(), left, "a number or a quantity");
    }
    if (!(right instanceof Amount b)) {
      throw mistyped(infix.right(), right, "a number or a quantity");
    }
    @Nullable Amount result =
        switch (infix.operator()) {
          case "*" -> product(a, b);
          case "/" -> quotient(a, b);
          default -> {
            alike(infix, a, b);
            Rational second = infix.operator().equals("-") ? b.amount().negated() : b.amount();
            yield new Amount(a.amount().plus(second), a.dimension());
          }
        };
    if (result == null) {
      String verb = infix.operator().equals("*") ? "multiplied" : "divided";
      throw new Wrong(
          Code.BAD_TYPE,
          infix.start(),
          infix.end(),
          noun(a) + " can't be " + verb + " by " + noun(b));
    }
    return result;
  }

  private static @Nullable Amount product(Amount a, Amount b) {
    Rational product = a.amount().times(b.amount());
    Dimension x = a.dimension();
    Dimension y = b.dimension();
    if (y == Dimension.COUNT) {
      return new Amount(product, x);
    }
    if (x == Dimension.COUNT) {
      return new Amount(product, y);
    }
    if (y == Dimension.FRACTION) {
      return new Amount(product.over(SHARE), x);
    }
    if (x == Dimension.FRACTION) {
      return new Amount(product.over(SHARE), y);
    }
    Set<Dimension> both = Set.copyOf(List.of(x, y));
    if (both.equals(Set.of(Dimension.BANDWIDTH, Dimension.TIME))) {
      return new Amount(product.over(BITS.times(SECOND)), Dimension.SIZE);
    }
    return both.equals(Set.of(Dimension.REQUESTS, Dimension.TIME))
        ? new Amount(product.over(THOUSANDTH.times(SECOND)), Dimension.COUNT)
        : null;
  }

  private static @Nullable Amount quotient(Amount a, Amount b) {
    Rational quotient = a.amount().over(b.amount());
    Dimension x = a.dimension();
    Dimension y = b.dimension();
    if (x == y) {
      return new Amount(quotient, Dimension.COUNT);
    }
    if (y == Dimension.COUNT) {
      return new Amount(quotient, x);
    }
    if (y == Dimension.FRACTION) {
      return new Amount(quotient.times(SHARE), x);
    }
    if (x == Dimension.SIZE && y == Dimension.TIME) {
      return new Amount(quotient.times(BITS.times(SECOND)), Dimension.BANDWIDTH);
    }
    if (x == Dimension.SIZE && y == Dimension.BANDWIDTH) {
      return new Amount(quotient.times(BITS.times(SECOND)), Dimension.TIME);
    }
    return x == Dimension.COUNT && y == Dimension.TIME
        ? new Amount(quotient.times(THOUSANDTH.times(SECOND)), Dimension.REQUESTS)
        : null;
  }

  private static boolean compares(Expression.Infix infix, Value left, Value right) {
    if (!(left instanceof Amount a)) {
      throw mistyped(infix.left(), left, "a number or a quantity");
    }
    if (!(right instanceof Amount b)) {
      throw mistyped(infix.right(), right, "a number or a quantity");
    }
    alike(infix, a, b);
    int order = a.amount().compareTo(b.amount());
    return switch (infix.operator()) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static boolean equal(Expression.Infix infix, Value left, Value right) {
    if (left instanceof Amount a && right instanceof Amount b) {
      alike(infix, a, b);
    } else if (!left.getClass().equals(right.getClass())) {
      throw mistyped(infix.right(), right, left.kind());
    }
    return left.equals(right);
  }

  private static void alike(Expression.Infix infix, Amount a, Amount b) {
    if (a.dimension() != b.dimension()) {
      throw mistyped(infix.right(), b, a.kind());
    }
  }

  private static String noun(Amount amount) {
    return amount.kind().replaceAll(" such as.*", "");
  }
}
