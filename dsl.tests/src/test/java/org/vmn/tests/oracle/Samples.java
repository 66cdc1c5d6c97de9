package org.vmn.tests.oracle;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;

/** Packets out of sets of headers, and whether one is in a set. */
record Samples(Space space, Random random) {
  private static final int OTHER = 47;

  /** Any member of a set that isn't empty, other than by chance the lowest. */
  Packet any(Headers set) {
    Map<Integer, Boolean> chosen = new HashMap<>();
    for (int at = set.node(); at > 1; ) {
      int low = set.bdd().getLow(at);
      int high = set.bdd().getHigh(at);
      boolean up = low == 0 || high != 0 && random.nextBoolean();
      chosen.put(set.bdd().getVar(at), up);
      at = up ? high : low;
    }
    Ip.Family family = value(space.six(), set, chosen).signum() == 0 ? Ip.Family.V4 : Ip.Family.V6;
    Protocol protocol = protocol(value(space.protocol(), set, chosen).intValue(), family);
    return new Packet(
        ip(space.source(), family, set, chosen),
        ip(space.destination(), family, set, chosen),
        protocol,
        protocol.hasPorts() ? value(space.sourcePort(), set, chosen).intValue() : 0,
        protocol.hasPorts() ? value(space.destinationPort(), set, chosen).intValue() : 0);
  }

  private Ip ip(Word word, Ip.Family family, Headers set, Map<Integer, Boolean> chosen) {
    BigInteger bits = value(word.first(family.bits()), set, chosen);
    return family == Ip.Family.V4
        ? Ip.v4(bits.longValue())
        : Ip.v6(bits.shiftRight(64).longValue(), bits.longValue());
  }

  private BigInteger value(Word word, Headers set, Map<Integer, Boolean> chosen) {
    BigInteger value = BigInteger.ZERO;
    for (int bit : word.bits()) {
      boolean up = chosen.computeIfAbsent(set.bdd().getVar(bit), b -> random.nextBoolean());
      value = value.shiftLeft(1).add(up ? BigInteger.ONE : BigInteger.ZERO);
    }
    return value;
  }

  private static Protocol protocol(int number, Ip.Family family) {
    return switch (number) {
      case 6 -> Protocol.TCP;
      case 17 -> Protocol.UDP;
      case 1 -> family == Ip.Family.V4 ? Protocol.ICMP : Protocol.ANY;
      case 58 -> family == Ip.Family.V6 ? Protocol.ICMP : Protocol.ANY;
      default -> Protocol.ANY;
    };
  }

  /** A packet's bits, by the variables of the diagram. */
  boolean[] bits(Packet packet) {
    boolean six = !packet.source().isV4();
    long number =
        switch (packet.protocol()) {
          case TCP -> 6;
          case UDP -> 17;
          case ICMP -> six ? 58 : 1;
          case ANY -> OTHER;
        };
    boolean[] bits = new boolean[space.width()];
    write(bits, space.six(), BigInteger.valueOf(six ? 1 : 0));
    write(bits, space.protocol(), BigInteger.valueOf(number));
    write(bits, space.sourcePort(), BigInteger.valueOf(packet.sourcePort()));
    write(bits, space.destinationPort(), BigInteger.valueOf(packet.destinationPort()));
    write(bits, space.source(), packet.source());
    write(bits, space.destination(), packet.destination());
    return bits;
  }

  private void write(boolean[] bits, Word word, Ip ip) {
    write(bits, word.first(ip.family().bits()), Space.number(ip));
  }

  private void write(boolean[] bits, Word word, BigInteger value) {
    int width = word.bits().size();
    for (int i = 0; i < width; i++) {
      bits[space.variable(word, i)] = value.testBit(width - 1 - i);
    }
  }
}
