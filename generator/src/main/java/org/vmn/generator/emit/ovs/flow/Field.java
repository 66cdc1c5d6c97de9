package org.vmn.generator.emit.ovs.flow;

import java.util.function.Predicate;

/** A field that a flow can match, in the order in which they are written. */
enum Field {
  IN_PORT("in_port", k -> true),
  TUN_ID("tun_id", k -> true),
  METADATA("metadata", k -> true),
  REG0("reg0", k -> true),
  REG1("reg1", k -> true),
  REG2("reg2", k -> true),
  REG3("reg3", k -> true),
  REG4("reg4", k -> true),
  REG5("reg5", k -> true),
  REG6("reg6", k -> true),
  REG7("reg7", k -> true),
  REG8("reg8", k -> true),
  REG9("reg9", k -> true),
  CONJ_ID("conj_id", k -> true),
  CT_STATE("ct_state", k -> true),
  VLAN_TCI("vlan_tci", k -> true),
  DL_VLAN("dl_vlan", k -> true),
  DL_SRC("dl_src", k -> true),
  DL_DST("dl_dst", k -> true),
  ARP_OP("arp_op", k -> k == Kind.ARP),
  ARP_SPA("arp_spa", k -> k == Kind.ARP),
  ARP_TPA("arp_tpa", k -> k == Kind.ARP),
  ARP_SHA("arp_sha", k -> k == Kind.ARP),
  NW_SRC("nw_src", Kind::isV4),
  NW_DST("nw_dst", Kind::isV4),
  IPV6_SRC("ipv6_src", Kind::isV6),
  IPV6_DST("ipv6_dst", Kind::isV6),
  NW_TTL("nw_ttl", k -> k.isV4() || k.isV6()),
  TP_SRC("tp_src", Kind::hasPorts),
  TP_DST("tp_dst", Kind::hasPorts),
  ICMP_TYPE("icmp_type", k -> k == Kind.ICMP4 || k == Kind.ICMP6),
  ICMP_CODE("icmp_code", k -> k == Kind.ICMP4 || k == Kind.ICMP6),
  ND_TARGET("nd_target", k -> k == Kind.ICMP6),
  ND_SLL("nd_sll", k -> k == Kind.ICMP6),
  ND_TLL("nd_tll", k -> k == Kind.ICMP6);

  private final String keyword;
  private final Predicate<Kind> allowed;

  Field(String keyword, Predicate<Kind> allowed) {
    this.keyword = keyword;
    this.allowed = allowed;
  }

  String keyword() {
    return keyword;
  }

  /**
   * Whether packets of the kind have this field. Open vSwitch would silently drop a field without
   * what it depends on, and so match more than was meant.
   */
  boolean isFieldOf(Kind kind) {
    return allowed.test(kind);
  }
}
