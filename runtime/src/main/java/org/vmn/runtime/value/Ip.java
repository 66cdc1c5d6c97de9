package org.vmn.runtime.value;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. IPv4 addresses sort before IPv6 addresses; within a family the order is
 * numeric.
 *
 * @param family which family the address belongs to
 * @param high the upper 64 bits of an IPv6 address, 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address, or the 32 bits of an IPv4 address
 */
public record Ip(Family family, long high, long low) implements Comparable<Ip> {

  /** The two address families, with the number of bits in an address. */
  public enum Family {
    V4(32, "IPv4"),
    V6(128, "IPv6");

    private final int bits;
    private final String title;

    Family(int bits, String title) {
      this.bits = bits;
      this.title = title;
    }

    /** What people call it. */
    public String title() {
      return title;
    }

    /** Bits in an address: 32 or 128. */
    public int bits() {
      return bits;
    }
  }

  public static Ip v4(long bits) {
    return new Ip(Family.V4, 0, bits & 0xffff_ffffL);
  }

  public static Ip v6(long high, long low) {
    return new Ip(Family.V6, high, low);
  }

  /**
   * Parses {@code 192.0.2.1} or {@code 2001:db8::1}; throws {@link IllegalArgumentException} that
   * says what is wrong.
   */
  public static Ip parse(String text) {
    return IpText.parse(text);
  }

  /** The lowest address of a family: 0.0.0.0 or ::. */
  public static Ip lowest(Family family) {
    return new Ip(family, 0, 0);
  }

  /** The highest address of a family. */
  public static Ip highest(Family family) {
    return family == Family.V4 ? v4(0xffff_ffffL) : v6(-1, -1);
  }

  /**
   * Spread well though subnets differ in few bits, and the same in every run. Written out, as is
   * {@code equals}, because a record's own are slow until the JVM has compiled them.
   */
  @Override
  public int hashCode() {
    long mixed = (31 * high + low) * 0x9e37_79b9_7f4a_7c15L;
    return (int) (mixed >>> 32);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ip ip && low == ip.low && high == ip.high && family == ip.family;
  }

  public boolean isV4() {
    return family == Family.V4;
  }

  /** This address plus {@code n} (n may be negative); wraps around within the family. */
  public Ip plus(long n) {
    if (isV4()) {
      return v4(low + n);
    }
    long sum = low + n;
    long carry =
        n >= 0
            ? (Long.compareUnsigned(sum, low) < 0 ? 1 : 0)
            : (Long.compareUnsigned(sum, low) > 0 ? -1 : 0);
    return v6(high + carry, sum);
  }

  public Ip next() {
    return plus(1);
  }

  public Ip previous() {
    return plus(-1);
  }

  /**
   * How far {@code other} lies above this address, saturating at {@link Long#MAX_VALUE}; 0 when it
   * is not above.
   */
  public long distanceTo(Ip other) {
    if (compareTo(other) >= 0) {
      return 0;
    }
    long difference = other.low - low;
    long borrow = Long.compareUnsigned(other.low, low) < 0 ? 1 : 0;
    boolean fits = other.high - high - borrow == 0 && difference >= 0;
    return fits ? difference : Long.MAX_VALUE;
  }

  @Override
  public int compareTo(Ip other) {
    if (family != other.family) {
      return family.compareTo(other.family);
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return IpText.format(this);
  }
}
