package org.vmn.dsl.expressions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.literals.Dimension;

/**
 * An amount as it is written: in the largest unit that needs no fraction, or else in the one that
 * needs the fewest digits.
 *
 * @param unit empty for plain numbers
 */
public record Written(String digits, String unit) {
  private static final int MOST_DIGITS = 18;

  /** An amount that no unit can write exactly is rounded to a whole number of base units. */
  public static Written of(Value.Amount amount) {
    if (amount.dimension() == Dimension.COUNT) {
      String digits = amount.amount().decimal().orElseGet(() -> fraction(amount.amount()));
      return new Written(digits, "");
    }
    Written best = null;
    Rational factor = Rational.ZERO;
    for (Units unit : Units.of(amount.dimension())) {
      Optional<String> digits = in(unit.factor(), amount.amount());
      if (digits.isPresent() && isBetter(digits.get(), unit.factor(), best, factor)) {
        best = new Written(digits.get(), unit.name());
        factor = unit.factor();
      }
    }
    return best == null
        ? of(new Value.Amount(amount.amount().rounded(), amount.dimension()))
        : best;
  }

  private static Optional<String> in(Rational unit, Rational amount) {
    return amount.over(unit).decimal().filter(d -> d.length() <= MOST_DIGITS);
  }

  private static boolean isBetter(
      String digits, Rational unit, @Nullable Written best, Rational factor) {
    if (best == null) {
      return true;
    }
    boolean whole = digits.indexOf('.') < 0;
    boolean bestWhole = best.digits.indexOf('.') < 0;
    return whole == bestWhole
        ? whole ? unit.compareTo(factor) > 0 : digits.length() < best.digits.length()
        : whole;
  }

  /** A third can't be written; a plain number with too many digits says so when it is checked. */
  private static String fraction(Rational amount) {
    return new BigDecimal(amount.numerator())
        .divide(new BigDecimal(amount.denominator()), MathContext.DECIMAL64)
        .toPlainString();
  }
}
