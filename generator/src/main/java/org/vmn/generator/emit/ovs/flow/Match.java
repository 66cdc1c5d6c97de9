package org.vmn.generator.emit.ovs.flow;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * Which packets a flow is about. Immutable; every method gives a narrower match, and refuses a
 * field that the packets lack.
 */
public final class Match {
  private static final Match ALL = new Match(Kind.ANY, new EnumMap<>(Field.class));

  private final Kind kind;
  private final EnumMap<Field, String> fields;

  private Match(Kind kind, EnumMap<Field, String> fields) {
    this.kind = kind;
    this.fields = fields;
  }

  /** All packets. */
  public static Match all() {
    return ALL;
  }

  /** All packets of a kind. */
  public static Match of(Kind kind) {
    return new Match(kind, new EnumMap<>(Field.class));
  }

  /** The same fields of packets of a kind. */
  public Match and(Kind narrower) {
    Match match = new Match(narrower, new EnumMap<>(fields));
    fields.keySet().forEach(field -> match.require(field, narrower));
    return match;
  }

  public Match inPort(int port) {
    return with(Field.IN_PORT, Integer.toString(port));
  }

  public Match tunnel(int vni) {
    return with(Field.TUN_ID, Integer.toString(vni));
  }

  public Match segment(int number) {
    return with(Field.METADATA, Integer.toString(number));
  }

  public Match register(Register register, int value) {
    return with(register.field(), Integer.toString(value));
  }

  /** Packets that have all of these flags. */
  public Match flags(Flag... flags) {
    return flagged(bits(flags), bits(flags));
  }

  /** Packets that have all of these flags, and one not. */
  public Match flagsWithout(Flag lacking, Flag... flags) {
    return flagged(bits(flags), bits(flags) | lacking.bit());
  }

  private Match flagged(int bits, int mask) {
    return with(Field.REG0, "0x" + Integer.toHexString(bits) + "/0x" + Integer.toHexString(mask));
  }

  private static int bits(Flag... flags) {
    int bits = 0;
    for (Flag flag : flags) {
      bits |= flag.bit();
    }
    return bits;
  }

  public Match conjunction(int id) {
    return with(Field.CONJ_ID, Integer.toString(id));
  }

  /** As ovs-ofctl writes it: {@code +trk+new}. */
  public Match state(String state) {
    return with(Field.CT_STATE, state);
  }

  public Match untagged() {
    return with(Field.VLAN_TCI, "0/0x1000");
  }

  public Match vlan(int id) {
    return with(Field.DL_VLAN, Integer.toString(id));
  }

  public Match from(Mac mac) {
    return with(Field.DL_SRC, mac.toString());
  }

  public Match to(Mac mac) {
    return with(Field.DL_DST, mac.toString());
  }

  /** Requests are 1, replies 2. */
  public Match arpOperation(int operation) {
    return with(Field.ARP_OP, Integer.toString(operation));
  }

  public Match arpSender(Ip ip) {
    return with(Field.ARP_SPA, ip.toString());
  }

  public Match arpSender(Prefix prefix) {
    return with(Field.ARP_SPA, prefix.toString());
  }

  public Match arpSender(Mac mac) {
    return with(Field.ARP_SHA, mac.toString());
  }

  public Match arpTarget(Ip ip) {
    return with(Field.ARP_TPA, ip.toString());
  }

  /** IP packets from these addresses; narrows packets of any kind to those of the family. */
  public Match from(Prefix prefix) {
    return address(prefix, Field.NW_SRC, Field.IPV6_SRC);
  }

  public Match from(Ip ip) {
    return from(new Prefix(ip, ip.family().bits()));
  }

  public Match to(Prefix prefix) {
    return address(prefix, Field.NW_DST, Field.IPV6_DST);
  }

  public Match to(Ip ip) {
    return to(new Prefix(ip, ip.family().bits()));
  }

  private Match address(Prefix prefix, Field v4, Field v6) {
    Ip.Family family = prefix.address().family();
    Match ip = kind == Kind.ANY ? and(Kind.ip(family)) : this;
    if (prefix.length() == 0) {
      return ip;
    }
    boolean single = prefix.length() == family.bits();
    return ip.with(
        prefix.address().isV4() ? v4 : v6,
        single ? prefix.address().toString() : prefix.toString());
  }

  public Match timeToLive(int value) {
    return with(Field.NW_TTL, Integer.toString(value));
  }

  public Match fromPort(int port) {
    return with(Field.TP_SRC, Integer.toString(port));
  }

  public Match toPort(int port) {
    return with(Field.TP_DST, Integer.toString(port));
  }

  /** Ports that have the bits of {@code value} where {@code mask} has ones. */
  public Match toPort(int value, int mask) {
    if (mask == 0) {
      return this;
    }
    return mask == 0xffff
        ? toPort(value)
        : with(Field.TP_DST, "0x" + Integer.toHexString(value) + "/0x" + Integer.toHexString(mask));
  }

  public Match icmpType(int type) {
    return with(Field.ICMP_TYPE, Integer.toString(type));
  }

  /** Neighbour solicitations are 135, advertisements 136. */
  public static Match discovery(int type) {
    return of(Kind.ICMP6).icmpType(type).with(Field.ICMP_CODE, "0");
  }

  public Match discoveryTarget(Ip ip) {
    return with(Field.ND_TARGET, ip.toString());
  }

  public Match discoveryTarget(Prefix prefix) {
    return with(Field.ND_TARGET, prefix.toString());
  }

  public Match discoverySource(Mac mac) {
    return with(Field.ND_SLL, mac.toString());
  }

  public Match discoveryTarget(Mac mac) {
    return with(Field.ND_TLL, mac.toString());
  }

  /** Both matches at once; they have no field in common. */
  public Match and(Match other) {
    Match both = kind == Kind.ANY ? and(other.kind) : this;
    if (other.kind != Kind.ANY && other.kind != both.kind) {
      throw new IllegalArgumentException("no packet is both " + kind + " and " + other.kind);
    }
    for (Map.Entry<Field, String> entry : other.fields.entrySet()) {
      both = both.with(entry.getKey(), entry.getValue());
    }
    return both;
  }

  private Match with(Field field, String value) {
    require(field, kind);
    EnumMap<Field, String> wider = new EnumMap<>(fields);
    if (wider.put(field, value) != null) {
      throw new IllegalArgumentException(field + " is matched already");
    }
    return new Match(kind, wider);
  }

  private void require(Field field, Kind of) {
    if (!field.isFieldOf(of)) {
      throw new IllegalArgumentException(of + " has no " + field);
    }
  }

  /** Whether all of the packets are IPv4, or all IPv6. */
  boolean isIp() {
    return kind.isV4() || kind.isV6();
  }

  /** As ovs-ofctl reads it; empty for all packets. */
  @Override
  public String toString() {
    String rest =
        fields.entrySet().stream()
            .map(e -> e.getKey().keyword() + "=" + e.getValue())
            .collect(Collectors.joining(","));
    return kind == Kind.ANY || rest.isEmpty() ? kind.keyword() + rest : kind.keyword() + "," + rest;
  }
}
