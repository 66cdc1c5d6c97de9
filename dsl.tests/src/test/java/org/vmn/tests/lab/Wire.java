package org.vmn.tests.lab;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Addresses and checksums as bytes. */
final class Wire {
  private Wire() {}

  static byte[] mac(String text) {
    return HexFormat.ofDelimiter(":").parseHex(text);
  }

  static String mac(byte[] bytes) {
    return HexFormat.ofDelimiter(":").formatHex(bytes);
  }

  static byte[] ip(String text) {
    if (!text.matches("[0-9a-fA-F:.]+")) {
      throw new IllegalArgumentException("no IP address: " + text); // a name would be looked up
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String ip(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  static byte[] u16(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  /**
   * The Internet checksum (RFC 1071) over all {@code parts}; each but the last must have an even
   * length.
   */
  static int checksum(byte[]... parts) {
    long sum = 0;
    for (byte[] part : parts) {
      for (int i = 0; i < part.length; i++) {
        sum += (long) (part[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
      }
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (int) ~sum & 0xffff;
  }

  /** What TCP, UDP and ICMPv6 put before their own bytes when they compute a checksum. */
  static byte[] pseudoHeader(byte[] src, byte[] dst, int protocol, int length) {
    return src.length == 4
        ? join(src, dst, u16(protocol, length))
        : join(src, dst, u16(0, length, 0, protocol));
  }
}
