package org.vmn.dsl.expressions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact fraction: {@code 1 / 3 * 3} is 1.
 *
 * @param numerator has no factor in common with the denominator
 * @param denominator positive
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  /** Past this a number is refused: more than any quantity, squared, can need. */
  private static final int MOST_BITS = 512;

  public static final Rational ZERO = of(0);

  public static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Rational of(BigDecimal decimal) {
    BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    return reduced(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
  }

  /**
   * @throws ArithmeticException when the number is too large or too fine
   */
  static Rational reduced(BigInteger numerator, BigInteger denominator) {
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    Rational result = new Rational(numerator.divide(divisor), denominator.divide(divisor));
    if (result.numerator.bitLength() > MOST_BITS || result.denominator.bitLength() > MOST_BITS) {
      throw new ArithmeticException("the number has too many digits");
    }
    return result;
  }

  public Rational plus(Rational other) {
    return reduced(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational times(Rational other) {
    return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * @throws ArithmeticException for division by zero
   */
  public Rational over(Rational other) {
    if (other.numerator.signum() == 0) {
      throw new ArithmeticException("this divides by zero");
    }
    return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Rational floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    boolean down = parts[1].signum() < 0;
    return new Rational(down ? parts[0].subtract(BigInteger.ONE) : parts[0], BigInteger.ONE);
  }

  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** As a long, if it is a whole number that fits. */
  public Optional<Long> whole() {
    return isWhole() && numerator.bitLength() < Long.SIZE
        ? Optional.of(numerator.longValueExact())
        : Optional.empty();
  }

  /** The digits of its decimal notation, if that ends. */
  public Optional<String> decimal() {
    if (isWhole()) {
      return Optional.of(numerator.toString());
    }
    BigInteger rest = denominator;
    int twos = rest.getLowestSetBit();
    rest = rest.shiftRight(twos);
    int fives = 0;
    while (rest.mod(BigInteger.valueOf(5)).signum() == 0) {
      rest = rest.divide(BigInteger.valueOf(5));
      fives++;
    }
    if (!rest.equals(BigInteger.ONE)) {
      return Optional.empty();
    }
    BigDecimal exact =
        new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), Math.max(twos, fives), RoundingMode.UNNECESSARY);
    return Optional.of(exact.stripTrailingZeros().toPlainString());
  }

  /** The nearest whole number, halves upwards. */
  public Rational rounded() {
    return plus(reduced(BigInteger.ONE, BigInteger.TWO)).floor();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
