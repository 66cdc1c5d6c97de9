package org.vmn.runtime.value;

/**
 * A 48-bit hardware address.
 *
 * @param bits the address in the lower 48 bits
 */
public record Mac(long bits) implements Comparable<Mac> {
  public static final Mac BROADCAST = new Mac(0xffff_ffff_ffffL);

  public Mac {
    if (bits >>> 48 != 0) {
      throw new IllegalArgumentException("a MAC address has 48 bits");
    }
  }

  /**
   * Parses {@code 52:54:00:12:34:56}; throws {@link IllegalArgumentException} that says what is
   * wrong.
   */
  public static Mac parse(String text) {
    if (!text.matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")) {
      throw new IllegalArgumentException(
          "`" + text + "` is not a MAC address such as 52:54:00:12:34:56");
    }
    return new Mac(Long.parseLong(text.replace(":", ""), 16));
  }

  /** The address {@code n} above this one. */
  public Mac plus(long n) {
    return new Mac(bits + n);
  }

  /** A group address, which no single interface may have. */
  public boolean isMulticast() {
    return (bits >> 40 & 1) == 1;
  }

  @Override
  public int compareTo(Mac other) {
    return Long.compare(bits, other.bits);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      out.append(out.isEmpty() ? "" : ":")
          .append(Character.forDigit((int) (bits >> (shift + 4)) & 15, 16));
      out.append(Character.forDigit((int) (bits >> shift) & 15, 16));
    }
    return out.toString();
  }
}
