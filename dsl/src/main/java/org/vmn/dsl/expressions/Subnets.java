package org.vmn.dsl.expressions;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.math.BigInteger;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/** Blocks within blocks, and addresses within them. */
final class Subnets {
  private static final int WORD = 64;

  private Subnets() {}

  /** Of the blocks that are so many bits longer, number n, counted from 0. */
  static Value subnet(Arguments arguments) {
    Prefix prefix = arguments.block(0);
    long bits = arguments.whole(1);
    long n = arguments.whole(2);
    int all = prefix.address().family().bits();
    if (bits < 0 || prefix.length() + bits > all) {
      throw arguments.wrong(
          1,
          Code.OUT_OF_RANGE,
          quoted(Long.toString(bits))
              + " is not a number of bits from 0 to "
              + (all - prefix.length()));
    }
    if (n < 0 || bits < WORD - 1 && n >= 1L << bits) {
      throw arguments.wrong(
          2,
          Code.OUT_OF_RANGE,
          prefix
              + " has "
              + (bits < WORD - 1 ? 1L << bits : "2^" + bits)
              + " of them, numbered from 0");
    }
    int length = (int) (prefix.length() + bits);
    Ip first = plus(prefix.first(), BigInteger.valueOf(n).shiftLeft(all - length));
    return new Value.Block(new Prefix(first, length));
  }

  /** Address number n of a block; −1 is the last. */
  static Value host(Arguments arguments) {
    Prefix prefix = arguments.block(0);
    BigInteger n = BigInteger.valueOf(arguments.whole(1));
    BigInteger size = BigInteger.ONE.shiftLeft(prefix.address().family().bits() - prefix.length());
    BigInteger index = n.signum() < 0 ? size.add(n) : n;
    if (index.signum() < 0 || index.compareTo(size) >= 0) {
      throw arguments.wrong(
          1, Code.OUT_OF_RANGE, prefix + " has " + size + " addresses, numbered from 0");
    }
    return new Value.Address(plus(prefix.first(), index));
  }

  /** The block of a length that an address lies in. */
  static Value around(Arguments arguments) {
    Ip ip = arguments.address(0);
    long length = arguments.whole(1);
    if (length < 0 || length > ip.family().bits()) {
      throw arguments.wrong(
          1,
          Code.OUT_OF_RANGE,
          quoted(Long.toString(length)) + " is not a length from 0 to " + ip.family().bits());
    }
    return new Value.Block(Prefix.around(ip, (int) length));
  }

  private static Ip plus(Ip ip, BigInteger n) {
    if (ip.isV4()) {
      return Ip.v4(ip.low() + n.longValueExact());
    }
    BigInteger word = BigInteger.ONE.shiftLeft(WORD);
    BigInteger low = new BigInteger(Long.toUnsignedString(ip.low())).add(n.mod(word));
    BigInteger carry = low.divide(word).add(n.divide(word));
    return Ip.v6(ip.high() + carry.longValue(), low.mod(word).longValue());
  }
}
