package org.vmn.tests.lab;

/** Wraps bytes in an IPv4 or IPv6 header and an Ethernet header. */
final class Ip {
  private static final int TTL = 64;

  private Ip() {}

  /**
   * The frame that carries {@code body}, whose 16-bit checksum at offset {@code checksumAt} is
   * still 0.
   */
  static byte[] packet(Ends ends, int protocol, byte[] body, int checksumAt) {
    byte[] src = Wire.ip(ends.srcIp());
    byte[] dst = Wire.ip(ends.dstIp());
    byte[] pseudo =
        protocol == 1 ? new byte[0] : Wire.pseudoHeader(src, dst, protocol, body.length);
    int sum = Wire.checksum(pseudo, body);
    // In UDP a checksum of 0 means that there is none.
    byte[] checksum = Wire.u16(sum == 0 && protocol == 17 ? 0xffff : sum);
    byte[] payload = body.clone();
    System.arraycopy(checksum, 0, payload, checksumAt, 2);
    return ends.ipv6()
        ? Frames.ethernet(
            ends.srcMac(),
            ends.dstMac(),
            0x86dd,
            Wire.join(header6(payload.length, protocol, src, dst), payload))
        : Frames.ethernet(
            ends.srcMac(),
            ends.dstMac(),
            0x0800,
            Wire.join(header4(payload.length, protocol, src, dst), payload));
  }

  private static byte[] header4(int length, int protocol, byte[] src, byte[] dst) {
    byte[] header =
        Wire.join(Wire.u16(0x4500, 20 + length, 1, 0x4000, TTL << 8 | protocol, 0), src, dst);
    System.arraycopy(Wire.u16(Wire.checksum(header)), 0, header, 10, 2);
    return header;
  }

  private static byte[] header6(int length, int protocol, byte[] src, byte[] dst) {
    // Neighbour discovery is valid only with 255 (RFC 4861), which everything else may have too.
    int hops = protocol == 58 ? 255 : TTL;
    return Wire.join(Wire.u16(0x6000, 0, length, protocol << 8 | hops), src, dst);
  }
}
