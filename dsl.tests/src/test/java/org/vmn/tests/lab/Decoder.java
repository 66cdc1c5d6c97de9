package org.vmn.tests.lab;

import java.nio.ByteBuffer;

/** Reads a frame from its first byte on. */
final class Decoder {
  private final ByteBuffer in;
  private int vlan = -1;
  private String src = "";
  private String dst = "";
  private int protocol;
  private int srcPort;
  private int dstPort;
  private String flags = "";
  private int ttl;
  private String arpMac = "";
  private boolean intact = true;

  Decoder(byte[] frame) {
    in = ByteBuffer.wrap(frame);
  }

  Packet decode() {
    String dstMac = Wire.mac(bytes(6));
    String srcMac = Wire.mac(bytes(6));
    int type = u16();
    if (type == 0x8100) {
      vlan = u16() & 0xfff;
      type = u16();
    }
    switch (type) {
      case 0x0806 -> arp();
      case 0x0800 -> ipv4();
      case 0x86dd -> ipv6();
      default -> {}
    }
    return new Packet(
        srcMac,
        dstMac,
        vlan,
        type,
        src,
        dst,
        protocol,
        srcPort,
        dstPort,
        flags,
        ttl,
        arpMac,
        bytes(in.remaining()),
        intact);
  }

  private void arp() {
    bytes(6);
    protocol = u16();
    arpMac = Wire.mac(bytes(6));
    src = Wire.ip(bytes(4));
    bytes(6);
    dst = Wire.ip(bytes(4));
  }

  private void ipv4() {
    int start = in.position();
    int length = 4 * (in.get(start) & 0xf);
    byte[] header = new byte[length];
    in.get(start, header);
    intact &= Wire.checksum(header) == 0;
    in.limit(
        Math.min(
            in.limit(), start + (in.getShort(start + 2) & 0xffff))); // without Ethernet's padding
    ttl = header[8] & 0xff;
    protocol = header[9] & 0xff;
    in.position(start + 12);
    addresses(4);
    in.position(start + length);
    transport(protocol == 1);
  }

  private void ipv6() {
    bytes(4);
    int length = u16();
    protocol = in.get() & 0xff;
    ttl = in.get() & 0xff;
    addresses(16);
    in.limit(Math.min(in.limit(), in.position() + length));
    transport(false);
  }

  private void addresses(int length) {
    src = Wire.ip(bytes(length));
    dst = Wire.ip(bytes(length));
  }

  private void transport(boolean plain) {
    byte[] body = new byte[in.remaining()];
    in.get(in.position(), body);
    byte[] pseudo =
        plain ? new byte[0] : Wire.pseudoHeader(Wire.ip(src), Wire.ip(dst), protocol, body.length);
    boolean checked = protocol == 1 || protocol == 6 || protocol == 17 || protocol == 58;
    intact &= !checked || Wire.checksum(pseudo, body) == 0;
    switch (protocol) {
      case 6 -> {
        srcPort = u16();
        dstPort = u16();
        flags = Tcp.flags(body[13]);
        bytes(4 * (body[12] >> 4 & 0xf) - 4);
      }
      case 17 -> {
        srcPort = u16();
        dstPort = u16();
        bytes(4);
      }
      case 1, 58 -> {
        srcPort = in.get() & 0xff;
        dstPort = in.get() & 0xff;
        bytes(2);
      }
      default -> {}
    }
    if (protocol == 58 && srcPort == 136 && body.length >= 32) {
      arpMac = Wire.mac(java.util.Arrays.copyOfRange(body, 26, 32));
    }
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private int u16() {
    return in.getShort() & 0xffff;
  }
}
