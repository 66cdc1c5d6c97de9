package org.vmn.runtime.value;

/**
 * A block of addresses with a common prefix, such as {@code 10.0.0.0/24}.
 *
 * @param address the first address of the block; all bits past {@code length} are zero
 * @param length 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Prefix(Ip address, int length) implements Comparable<Prefix> {

  public Prefix {
    if (length < 0 || length > address.family().bits()) {
      throw new IllegalArgumentException("/" + length + " is not a prefix length of " + address);
    }
    if (!mask(address, length).equals(address)) {
      throw new IllegalArgumentException(
          "`"
              + address
              + "/"
              + length
              + "` has bits set past its length; the block is "
              + mask(address, length)
              + "/"
              + length);
    }
  }

  /**
   * Parses {@code 10.0.0.0/24} or {@code 2001:db8::/48}; throws {@link IllegalArgumentException}
   * that says what is wrong.
   */
  public static Prefix parse(String text) {
    int slash = text.indexOf('/');
    String digits = slash < 0 ? "" : text.substring(slash + 1);
    if (digits.isEmpty()
        || digits.length() > 3
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("`" + text + "` has no prefix length, such as /24");
    }
    return new Prefix(Ip.parse(text.substring(0, slash)), Integer.parseInt(digits));
  }

  /** The block of the given length that holds {@code ip}. */
  public static Prefix around(Ip ip, int length) {
    return new Prefix(mask(ip, length), length);
  }

  private static Ip mask(Ip ip, int length) {
    if (ip.isV4()) {
      return Ip.v4(length == 0 ? 0 : ip.low() & (0xffff_ffffL << 32 - length));
    }
    return Ip.v6(
        length == 0 ? 0 : ip.high() & -1L << Math.max(0, 64 - length),
        length <= 64 ? 0 : ip.low() & -1L << 128 - length);
  }

  public Ip first() {
    return address;
  }

  public Ip last() {
    if (address.isV4()) {
      return Ip.v4(address.low() | (length == 32 ? 0 : 0xffff_ffffL >>> length));
    }
    long high = length >= 64 ? 0 : -1L >>> length;
    long low = length == 128 ? 0 : length <= 64 ? -1L : -1L >>> length - 64;
    return Ip.v6(address.high() | high, address.low() | low);
  }

  public IpRange range() {
    return new IpRange(first(), last());
  }

  public boolean contains(Ip ip) {
    return ip.family() == address.family() && mask(ip, length).equals(address);
  }

  public boolean overlaps(Prefix other) {
    return contains(other.address) || other.contains(address);
  }

  /**
   * The first address that a machine may take: the block's own and IPv6's subnet-router anycast
   * address are left out.
   */
  public Ip firstHost() {
    return length >= address.family().bits() - 1 ? first() : first().next();
  }

  /** The last address that a machine may take: not the IPv4 broadcast address. */
  public Ip lastHost() {
    return !address.isV4() || length >= 31 ? last() : last().previous();
  }

  @Override
  public int compareTo(Prefix other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
