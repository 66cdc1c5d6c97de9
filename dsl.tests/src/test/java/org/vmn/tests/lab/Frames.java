package org.vmn.tests.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;

/** Makes Ethernet frames with correct lengths and checksums. */
public final class Frames {
  /** The broadcast address. */
  public static final String BROADCAST = "ff:ff:ff:ff:ff:ff";

  private static final String NOBODY = "00:00:00:00:00:00";

  private Frames() {}

  /** Who has {@code targetIp}? */
  public static byte[] arpRequest(String mac, String ip, String targetIp) {
    return arp(1, new Ends(mac, ip, NOBODY, targetIp), BROADCAST);
  }

  /** The source of {@code ends} has its address. */
  public static byte[] arpReply(Ends ends) {
    return arp(2, ends, ends.dstMac());
  }

  private static byte[] arp(int operation, Ends ends, String to) {
    byte[] body =
        Wire.join(
            Wire.u16(1, 0x0800, 0x0604, operation),
            Wire.mac(ends.srcMac()),
            Wire.ip(ends.srcIp()),
            Wire.mac(ends.dstMac()),
            Wire.ip(ends.dstIp()));
    return ethernet(ends.srcMac(), to, 0x0806, body);
  }

  /** A TCP segment; {@code flags} of {@code FSRPAU}, such as {@code SA}. */
  public static byte[] tcp(Ends ends, int srcPort, int dstPort, String flags) {
    return Ip.packet(ends, 6, Tcp.segment(srcPort, dstPort, flags, new byte[0]), 16);
  }

  /** A TCP segment that carries {@code text}. */
  public static byte[] tcp(Ends ends, int srcPort, int dstPort, String flags, String text) {
    return Ip.packet(ends, 6, Tcp.segment(srcPort, dstPort, flags, text.getBytes(UTF_8)), 16);
  }

  /** A UDP datagram. */
  public static byte[] udp(Ends ends, int srcPort, int dstPort, String text) {
    byte[] payload = text.getBytes(UTF_8);
    byte[] body = Wire.join(Wire.u16(srcPort, dstPort, 8 + payload.length, 0), payload);
    return Ip.packet(ends, 17, body, 6);
  }

  /** An echo request, ICMP or ICMPv6 by the kind of the addresses. */
  public static byte[] ping(Ends ends, int id, int sequence) {
    return icmp(ends, ends.ipv6() ? 128 : 8, 0, Wire.join(Wire.u16(id, sequence), new byte[8]));
  }

  /** An echo reply. */
  public static byte[] pong(Ends ends, int id, int sequence) {
    return icmp(ends, ends.ipv6() ? 129 : 0, 0, Wire.join(Wire.u16(id, sequence), new byte[8]));
  }

  /** An ICMP or ICMPv6 message with the four bytes and more that follow its checksum. */
  public static byte[] icmp(Ends ends, int type, int code, byte[] rest) {
    byte[] body = Wire.join(Wire.u16(type << 8 | code, 0), rest);
    return Ip.packet(ends, ends.ipv6() ? 58 : 1, body, 2);
  }

  /** Port unreachable, about the frame {@code about}: what connection tracking calls related. */
  public static byte[] unreachable(Ends ends, byte[] about) {
    byte[] quoted =
        Arrays.copyOfRange(about, 14, Math.min(about.length, 14 + (ends.ipv6() ? 48 : 28)));
    return icmp(ends, ends.ipv6() ? 1 : 3, ends.ipv6() ? 4 : 3, Wire.join(new byte[4], quoted));
  }

  /** Who has the IPv6 address {@code targetIp}? */
  public static byte[] neighbourSolicitation(String mac, String ip, String targetIp) {
    byte[] target = Wire.ip(targetIp);
    byte[] group = Wire.ip("ff02::1:ff00:0");
    System.arraycopy(target, 13, group, 13, 3);
    String groupMac =
        Wire.mac(Wire.join(new byte[] {0x33, 0x33}, Arrays.copyOfRange(group, 12, 16)));
    byte[] option = Wire.join(new byte[] {1, 1}, Wire.mac(mac));
    return icmp(
        new Ends(mac, ip, groupMac, Wire.ip(group)),
        135,
        0,
        Wire.join(new byte[4], target, option));
  }

  /** The source of {@code ends} has its IPv6 address. */
  public static byte[] neighbourAdvertisement(Ends ends) {
    byte[] flags = {0x60, 0, 0, 0}; // solicited, override
    byte[] option = Wire.join(new byte[] {2, 1}, Wire.mac(ends.srcMac()));
    return icmp(ends, 136, 0, Wire.join(flags, Wire.ip(ends.srcIp()), option));
  }

  /** {@code frame} with an 802.1Q tag. */
  public static byte[] vlan(int id, byte[] frame) {
    return Wire.join(
        Arrays.copyOf(frame, 12),
        Wire.u16(0x8100, id),
        Arrays.copyOfRange(frame, 12, frame.length));
  }

  /** Any Ethernet frame. */
  public static byte[] ethernet(String src, String dst, int type, byte[] body) {
    return Wire.join(Wire.mac(dst), Wire.mac(src), Wire.u16(type), body);
  }

  /** {@code frame} in hexadecimal digits. */
  public static String hex(byte[] frame) {
    return HexFormat.of().formatHex(frame);
  }
}
