package org.vmn.generator.emit.ovs.flow;

import org.vmn.runtime.value.Ip;

/** What kind of packet a flow is about, and so which fields it may match. */
public enum Kind {
  ANY(""),
  ARP("arp"),
  IP4("ip"),
  IP6("ipv6"),
  TCP4("tcp"),
  TCP6("tcp6"),
  UDP4("udp"),
  UDP6("udp6"),
  ICMP4("icmp"),
  ICMP6("icmp6");

  private final String keyword;

  Kind(String keyword) {
    this.keyword = keyword;
  }

  /** As ovs-ofctl writes it. */
  public String keyword() {
    return keyword;
  }

  public static Kind ip(Ip.Family family) {
    return family == Ip.Family.V4 ? IP4 : IP6;
  }

  public static Kind tcp(Ip.Family family) {
    return family == Ip.Family.V4 ? TCP4 : TCP6;
  }

  public static Kind udp(Ip.Family family) {
    return family == Ip.Family.V4 ? UDP4 : UDP6;
  }

  public static Kind icmp(Ip.Family family) {
    return family == Ip.Family.V4 ? ICMP4 : ICMP6;
  }

  boolean isV4() {
    return this == IP4 || this == TCP4 || this == UDP4 || this == ICMP4;
  }

  boolean isV6() {
    return this == IP6 || this == TCP6 || this == UDP6 || this == ICMP6;
  }

  boolean hasPorts() {
    return this == TCP4 || this == TCP6 || this == UDP4 || this == UDP6;
  }
}
