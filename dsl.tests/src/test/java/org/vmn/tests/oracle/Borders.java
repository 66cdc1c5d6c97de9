package org.vmn.tests.oracle;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Prefix;

/**
 * Addresses and ports that a network speaks of and those beside them, found by the components of
 * its records.
 */
final class Borders {
  private final TreeSet<Ip> addresses = new TreeSet<>();
  private final TreeSet<Integer> ports = new TreeSet<>();

  Borders(Network network) {
    collect(network);
  }

  private void collect(Object value) {
    switch (value) {
      case Ip ip -> add(ip, ip);
      case Prefix p -> add(p.first(), p.last());
      case IpRange r -> add(r.first(), r.last());
      case List<?> list -> list.forEach(this::collect);
      case Traffic.Match m -> add(m.firstPort(), m.lastPort());
      case Record composite -> {
        if (composite instanceof Balancer b) {
          add(b.port(), b.port());
          add(b.targetPort(), b.targetPort());
        }
        for (RecordComponent component : composite.getClass().getRecordComponents()) {
          Object part = Variants.get(component, composite);
          if (part != null) {
            collect(part);
          }
        }
      }
      default -> {}
    }
  }

  private void add(Ip first, Ip last) {
    addresses.addAll(List.of(first.previous(), first, first.next()));
    addresses.addAll(List.of(last.previous(), last, last.next()));
  }

  private void add(int first, int last) {
    for (int port : new int[] {first - 1, first, first + 1, last - 1, last, last + 1}) {
      if (port >= 0 && port <= 65535) {
        ports.add(port);
      }
    }
  }

  /** A packet between addresses and ports on borders. */
  Packet packet(Random random, List<Ip> sources) {
    Ip source = any(random, random.nextInt(8) == 0 ? List.copyOf(addresses) : sources);
    List<Ip> destinations =
        new ArrayList<>(addresses.stream().filter(a -> a.family() == source.family()).toList());
    Protocol protocol =
        any(random, List.of(Protocol.TCP, Protocol.TCP, Protocol.UDP, Protocol.ICMP, Protocol.ANY));
    boolean has = protocol.hasPorts();
    return new Packet(
        source,
        any(random, destinations),
        protocol,
        has ? random.nextInt(65536) : 0,
        has && !ports.isEmpty() ? any(random, List.copyOf(ports)) : 0);
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
