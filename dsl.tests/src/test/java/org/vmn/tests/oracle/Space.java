package org.vmn.tests.oracle;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jdd.bdd.BDD;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * The variables of one diagram: all of a header that a network looks at. An IPv4 address is the
 * first 32 bits of an address; what follows has no meaning then.
 */
final class Space {
  private static final int ICMP = 1;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP6 = 58;

  private final BDD bdd = new BDD(100_000, 10_000);
  private final Word six = word(1);
  private final Word protocol = word(8);
  private final Word destinationPort = word(16);
  private final Word sourcePort = word(16);
  private final Word source = word(128);
  private final Word destination = word(128);
  private final Map<Word, Map<IpSet, Headers>> known = new HashMap<>();

  private Word word(int bits) {
    List<Integer> variables = IntStream.range(0, bits).mapToObj(i -> bdd.createVar()).toList();
    return new Word(bdd, variables);
  }

  /** Packets as they are sent. */
  Header sent() {
    return new Header(
        this,
        new Address.Sent(source),
        new Address.Sent(destination),
        new Port.Sent(sourcePort),
        new Port.Sent(destinationPort));
  }

  Word six() {
    return six;
  }

  Word protocol() {
    return protocol;
  }

  Word source() {
    return source;
  }

  Word destination() {
    return destination;
  }

  Word sourcePort() {
    return sourcePort;
  }

  Word destinationPort() {
    return destinationPort;
  }

  /** How many variables there are. */
  int width() {
    return bdd.numberOfVariables();
  }

  /** The diagram's number for a bit of a word. */
  int variable(Word word, int bit) {
    return bdd.getVar(word.bits().get(bit));
  }

  Headers all() {
    return new Headers(bdd, bdd.getOne());
  }

  Headers none() {
    return new Headers(bdd, bdd.getZero());
  }

  Headers given(boolean condition) {
    return condition ? all() : none();
  }

  Headers family(Ip.Family family) {
    return six.is(family == Ip.Family.V6 ? 1 : 0);
  }

  /** The protocol alone, without ports. */
  Headers protocol(Traffic.Protocol of) {
    return switch (of) {
      case ANY -> all();
      case TCP -> protocol.is(TCP);
      case UDP -> protocol.is(UDP);
      case ICMP ->
          protocol
              .is(ICMP)
              .and(family(Ip.Family.V4))
              .or(protocol.is(ICMP6).and(family(Ip.Family.V6)));
    };
  }

  /** Where a word holds one of these addresses. */
  Headers in(Word word, IpSet addresses) {
    return known
        .computeIfAbsent(word, w -> new HashMap<>())
        .computeIfAbsent(addresses, set -> made(word, set));
  }

  private Headers made(Word word, IpSet addresses) {
    Headers in = none();
    for (IpRange range : addresses.ranges()) {
      Ip.Family family = range.first().family();
      Word bits = word.first(family.bits());
      Headers between = bits.between(number(range.first()), number(range.last()));
      in = in.or(between.and(family(family)));
    }
    return in;
  }

  static BigInteger number(Ip ip) {
    return unsigned(ip.high()).shiftLeft(64).or(unsigned(ip.low()));
  }

  private static BigInteger unsigned(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }
}
