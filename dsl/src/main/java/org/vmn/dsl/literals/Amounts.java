package org.vmn.dsl.literals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Quantity;

/**
 * Reads quantities. What can't be read throws {@link IllegalArgumentException} with a message for
 * the user.
 */
public final class Amounts {
  private static final int MOST_DIGITS = 18;

  private Amounts() {}

  /** A quantity in the base unit of its dimension. */
  public static long of(Quantity quantity, Dimension dimension) {
    String unit = unit(quantity);
    BigDecimal factor = dimension.units().get(unit);
    if (factor == null) {
      throw new IllegalArgumentException(wrongUnit(quantity, dimension));
    }
    BigDecimal amount = number(quantity.getValue()).multiply(factor);
    if ((dimension == Dimension.COUNT || dimension == Dimension.CLIENTS)
        && amount.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("`" + quantity.getValue() + "` is not a whole number");
    }
    if (amount.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 2)) > 0) {
      throw new IllegalArgumentException("`" + text(quantity) + "` is too much");
    }
    return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** Whether the unit of a quantity, or its absence, is one of the dimension. */
  public static boolean hasUnitOf(Quantity quantity, Dimension dimension) {
    return dimension.units().containsKey(unit(quantity));
  }

  /** A whole number from {@code least} to {@code most}. */
  public static int count(String digits, long least, long most, String what) {
    if (!isWhole(digits)) {
      throw new IllegalArgumentException(
          "`" + shortened(digits) + "` is not " + what + " from " + least + " to " + most);
    }
    long value = Long.parseLong(digits);
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "`" + digits + "` is not " + what + " from " + least + " to " + most);
    }
    return (int) value;
  }

  /** Any whole number of up to 18 digits. */
  public static long whole(String digits) {
    if (!isWhole(digits)) {
      throw new IllegalArgumentException(
          "`" + shortened(digits) + "` is not a whole number of up to 18 digits");
    }
    return Long.parseLong(digits);
  }

  private static boolean isWhole(String digits) {
    return !digits.isEmpty()
        && digits.length() <= MOST_DIGITS
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A quantity as it is written, with one blank before a unit. */
  public static String text(Quantity quantity) {
    String unit = unit(quantity);
    return shortened(quantity.getValue()) + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String unit(Quantity quantity) {
    @Nullable String unit = quantity.getUnit();
    return unit == null ? "" : unit;
  }

  private static BigDecimal number(String digits) {
    if (digits.length() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "`" + shortened(digits) + "` has more than " + MOST_DIGITS + " digits");
    }
    return new BigDecimal(digits);
  }

  private static String wrongUnit(Quantity quantity, Dimension dimension) {
    if (unit(quantity).isEmpty()) {
      return "`" + quantity.getValue() + "` has no unit; expected " + dimension.example();
    }
    for (Dimension other : Dimension.values()) {
      if (other.units().containsKey(unit(quantity))) {
        return "`"
            + text(quantity)
            + "` is "
            + other.example().replaceAll(" such as.*", "")
            + "; expected "
            + dimension.example();
      }
    }
    String fact = "`" + unit(quantity) + "` is not a unit; ";
    return UnitWords.meant(unit(quantity), dimension)
        .map(meant -> fact + "did you mean `" + meant + "`?")
        .orElse(fact + "expected " + dimension.example());
  }

  private static String shortened(String digits) {
    return digits.length() <= 24 ? digits : digits.substring(0, 24) + "…";
  }
}
