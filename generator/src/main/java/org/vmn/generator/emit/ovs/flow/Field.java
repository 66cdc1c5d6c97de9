package org.vmn.generator.emit.ovs.flow;

/** A field that a flow can match, in the order in which they are written. */
enum Field {
  IN_PORT("in_port", Scope.ALL),
  TUN_ID("tun_id", Scope.ALL),
  METADATA("metadata", Scope.ALL),
  REG0("reg0", Scope.ALL),
  REG1("reg1", Scope.ALL),
  REG2("reg2", Scope.ALL),
  REG3("reg3", Scope.ALL),
  REG4("reg4", Scope.ALL),
  REG5("reg5", Scope.ALL),
  REG6("reg6", Scope.ALL),
  REG7("reg7", Scope.ALL),
  REG8("reg8", Scope.ALL),
  REG9("reg9", Scope.ALL),
  REG10("reg10", Scope.ALL),
  REG11("reg11", Scope.ALL),
  REG12("reg12", Scope.ALL),
  REG13("reg13", Scope.ALL),
  CONJ_ID("conj_id", Scope.ALL),
  CT_STATE("ct_state", Scope.ALL),
  VLAN_TCI("vlan_tci", Scope.ALL),
  DL_VLAN("dl_vlan", Scope.ALL),
  DL_SRC("dl_src", Scope.ALL),
  DL_DST("dl_dst", Scope.ALL),
  ARP_OP("arp_op", Scope.ARP),
  ARP_SPA("arp_spa", Scope.ARP),
  ARP_TPA("arp_tpa", Scope.ARP),
  ARP_SHA("arp_sha", Scope.ARP),
  NW_SRC("nw_src", Scope.IP4),
  NW_DST("nw_dst", Scope.IP4),
  IPV6_SRC("ipv6_src", Scope.IP6),
  IPV6_DST("ipv6_dst", Scope.IP6),
  NW_TTL("nw_ttl", Scope.IP),
  TP_SRC("tp_src", Scope.PORTS),
  TP_DST("tp_dst", Scope.PORTS),
  ICMP_TYPE("icmp_type", Scope.ICMP),
  ICMP_CODE("icmp_code", Scope.ICMP),
  ND_TARGET("nd_target", Scope.ICMP6),
  ND_SLL("nd_sll", Scope.ICMP6),
  ND_TLL("nd_tll", Scope.ICMP6);

  /** The kinds of packets that have a field. */
  private enum Scope {
    ALL,
    ARP,
    IP,
    IP4,
    IP6,
    PORTS,
    ICMP,
    ICMP6
  }

  private final String keyword;
  private final Scope scope;

  Field(String keyword, Scope scope) {
    this.keyword = keyword;
    this.scope = scope;
  }

  String keyword() {
    return keyword;
  }

  /**
   * Whether packets of the kind have this field. Open vSwitch would silently drop a field without
   * what it depends on, and so match more than was meant.
   */
  boolean isFieldOf(Kind kind) {
    return switch (scope) {
      case ALL -> true;
      case ARP -> kind == Kind.ARP;
      case IP -> kind.isV4() || kind.isV6();
      case IP4 -> kind.isV4();
      case IP6 -> kind.isV6();
      case PORTS -> kind.hasPorts();
      case ICMP -> kind == Kind.ICMP4 || kind == Kind.ICMP6;
      case ICMP6 -> kind == Kind.ICMP6;
    };
  }
}
