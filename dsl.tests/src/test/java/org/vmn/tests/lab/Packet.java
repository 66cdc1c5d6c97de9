package org.vmn.tests.lab;

/**
 * A frame, decoded. Fields that its kind lacks are 0 or empty.
 *
 * @param vlan the tag's id, or -1 without a tag
 * @param type the EtherType behind the tag
 * @param src the sender's IP address; for ARP too
 * @param dst the receiver's IP address; for ARP the one asked for
 * @param protocol IP protocol; for ARP the operation, 1 request, 2 reply
 * @param srcPort source port; for ICMP the type
 * @param dstPort destination port; for ICMP the code
 * @param flags TCP's flags of {@code FSRPAU}
 * @param ttl time to live or hop limit
 * @param arpMac for ARP the sender's hardware address, for neighbour advertisements the target's
 * @param payload what follows the headers that were decoded
 * @param intact whether all checksums are right
 */
public record Packet(
    String srcMac,
    String dstMac,
    int vlan,
    int type,
    String src,
    String dst,
    int protocol,
    int srcPort,
    int dstPort,
    String flags,
    int ttl,
    String arpMac,
    byte[] payload,
    boolean intact) {

  /** Decodes {@code frame}. */
  public static Packet of(byte[] frame) {
    return new Decoder(frame).decode();
  }

  /**
   * A line such as {@code tcp 10.0.0.1:1024>10.0.0.2:80 S}, with {@code vlan 7} before it where
   * there is a tag.
   */
  @Override
  public String toString() {
    String tag = vlan < 0 ? "" : "vlan " + vlan + " ";
    return tag
        + switch (type) {
          case 0x0806 ->
              "arp "
                  + (protocol == 1 ? "who-has " + dst + " tell " + src : src + " is-at " + arpMac);
          case 0x0800, 0x86dd -> ip();
          default -> "ether 0x%04x %s>%s".formatted(type, srcMac, dstMac);
        }
        + (intact ? "" : " (bad checksum)");
  }

  private String ip() {
    String open = type == 0x86dd ? "[" : "";
    String close = type == 0x86dd ? "]" : "";
    return switch (protocol) {
      case 6, 17 ->
          "%s %s%s%s:%d>%s%s%s:%d %s"
              .formatted(
                  protocol == 6 ? "tcp" : "udp",
                  open,
                  src,
                  close,
                  srcPort,
                  open,
                  dst,
                  close,
                  dstPort,
                  flags)
              .strip();
      case 1, 58 ->
          "%s %s>%s type %d".formatted(protocol == 1 ? "icmp" : "icmp6", src, dst, srcPort);
      default -> "ip %s>%s protocol %d".formatted(src, dst, protocol);
    };
  }
}
