package org.vmn.tests.ovs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.vmn.generator.layout.HostLayout;
import org.vmn.runtime.forward.Acl;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.tests.lab.Ends;
import org.vmn.tests.lab.Frames;

/**
 * Sends random and boundary packets from every guest and says where switches and walk disagree. No
 * translation here.
 */
final class Differences {
  private final Fabric fabric;
  private final Forwarding forwarding;
  private final Random random;
  private final List<Sender> senders = new ArrayList<>();
  private final List<Ip> addresses = new ArrayList<>();
  private final List<Integer> ports;
  private int clientPort = 20_000;
  private int arrived;

  private record Sender(Place.Adapter place, HostLayout host, String tap) {}

  Differences(Network network, Fabric fabric, long seed) {
    this.fabric = fabric;
    forwarding = Forwarding.of(network);
    random = new Random(seed);
    for (HostLayout host : fabric.layout().hosts()) {
      for (HostLayout.Adapter a : host.adapters()) {
        senders.add(new Sender(new Place.Adapter(a.machine(), a.offset(), a.nic()), host, a.tap()));
      }
    }
    TreeSet<Ip> interesting = new TreeSet<>();
    senders.forEach(s -> interesting.addAll(s.place().nic().at(s.place().offset())));
    network.routers().stream()
        .flatMap(r -> r.ports().stream())
        .forEach(p -> interesting.addAll(p.addresses()));
    TreeSet<Integer> edges = new TreeSet<>(List.of(1, 22, 65535));
    for (Filter.Clause clause : forwarding.filter().clauses()) {
      for (IpRange range : clause.to().ranges()) {
        interesting.add(range.first());
        interesting.add(range.last());
      }
      for (Traffic.Match match : clause.traffic()) {
        for (int port :
            List.of(
                match.firstPort() - 1, match.firstPort(), match.lastPort(), match.lastPort() + 1)) {
          if (port > 0 && port < 65536) {
            edges.add(port);
          }
        }
      }
    }
    for (Acl acl : forwarding.acls()) {
      for (Acl.Line line : acl.lines()) {
        for (Selection selection : line.selections()) {
          for (Traffic.Match match : selection.traffic()) {
            edges.addAll(List.of(match.firstPort(), match.lastPort()));
            edges.addAll(List.of(match.firstPort() - 1, match.lastPort() + 1));
          }
        }
      }
    }
    edges.removeIf(port -> port < 1 || port > 65535);
    addresses.addAll(interesting);
    ports = List.copyOf(edges);
  }

  int arrived() {
    return arrived;
  }

  List<String> find(int packets) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < packets && found.size() < 5; i++) {
      Sender sender = pick(senders);
      List<Ip> own = sender.place().nic().at(sender.place().offset());
      // Mostly honest.
      Ip source = random.nextInt(12) == 0 ? pick(addresses) : pick(own);
      List<Ip> possible =
          addresses.stream()
              .filter(a -> a.family() == source.family() && !own.contains(a))
              .toList();
      Protocol protocol = pick(List.of(Protocol.TCP, Protocol.TCP, Protocol.UDP, Protocol.ICMP));
      int port = random.nextInt(8) == 0 ? 1 + random.nextInt(65535) : pick(ports);
      compare(sender, packet(source, pick(possible), protocol, port), found);
    }
    return found;
  }

  private Packet packet(Ip from, Ip to, Protocol protocol, int port) {
    clientPort = clientPort >= 60_000 ? 20_000 : clientPort + 1;
    return protocol.hasPorts()
        ? new Packet(from, to, protocol, clientPort, port)
        : new Packet(from, to, protocol, 0, 0);
  }

  private void compare(Sender sender, Packet packet, List<String> found) {
    if (packet.protocol() == Protocol.ICMP) {
      // Without ports, one connection would be taken for another.
      fabric.forgetConnections();
    }
    Walk walk = forwarding.walk(sender.place(), packet);
    String to = router(sender.place().nic().segment(), packet.destination());
    Ends ends =
        new Ends(mac(sender), packet.source().toString(), to, packet.destination().toString());
    List<Fabric.Arrival> arrivals =
        fabric.send(sender.host(), sender.tap(), frame(ends, packet, true));
    List<String> expected =
        walk.end() instanceof Place.Adapter end ? List.of(sender(end).tap()) : List.of();
    List<String> actual = arrivals.stream().map(Fabric.Arrival::tap).toList();
    if (!actual.equals(expected)) {
      found.add(
          packet
              + " from "
              + sender.place()
              + ": "
              + actual
              + " but "
              + walk.deciding()
              + " for "
              + expected);
    } else if (walk.end() instanceof Place.Adapter end) {
      arrived++;
      if (end.machine().nics().size() > 1 && !walk.completes()) {
        return; // It would answer on another adapter.
      }
      answer(sender, sender(end), packet, walk, found);
    }
  }

  private void answer(Sender client, Sender server, Packet packet, Walk walk, List<String> found) {
    String segment = server.place().nic().segment();
    Ends ends =
        new Ends(
            mac(server),
            packet.destination().toString(),
            router(segment, packet.source()),
            packet.source().toString());
    List<String> back =
        fabric.send(server.host(), server.tap(), frame(ends, packet.reversed(), false)).stream()
            .map(Fabric.Arrival::tap)
            .toList();
    List<String> expected = walk.completes() ? List.of(client.tap()) : List.of();
    if (!back.equals(expected)) {
      found.add("answer to " + packet + " of " + client.place() + ": " + back + " but " + expected);
    } else if (walk.completes() && packet.protocol() == Protocol.TCP) {
      String via = router(client.place().nic().segment(), packet.destination());
      Ends on =
          new Ends(mac(client), packet.source().toString(), via, packet.destination().toString());
      byte[] more = Frames.tcp(on, packet.sourcePort(), packet.destinationPort(), "A");
      List<String> taps =
          fabric.send(client.host(), client.tap(), more).stream().map(Fabric.Arrival::tap).toList();
      if (!taps.equals(List.of(server.tap()))) {
        found.add("what follows " + packet + " of " + client.place() + ": " + taps);
      }
    }
  }

  private static byte[] frame(Ends ends, Packet packet, boolean opens) {
    return switch (packet.protocol()) {
      case TCP ->
          Frames.tcp(ends, packet.sourcePort(), packet.destinationPort(), opens ? "S" : "SA");
      case UDP -> Frames.udp(ends, packet.sourcePort(), packet.destinationPort(), "x");
      default -> opens ? Frames.ping(ends, 1, 1) : Frames.pong(ends, 1, 1);
    };
  }

  private static String mac(Sender sender) {
    return sender.place().nic().mac(sender.place().offset()).toString();
  }

  private Sender sender(Place.Adapter place) {
    return senders.stream().filter(s -> s.place().equals(place)).findFirst().orElseThrow();
  }

  /** The hardware address that a machine sends to. */
  private String router(String segment, Ip to) {
    if (forwarding.onLink(segment, to)) {
      Place.Adapter owner = forwarding.owners().adapter(segment, to);
      Router at = forwarding.routerAt(segment, to);
      if (owner != null) {
        return owner.nic().mac(owner.offset()).toString();
      }
      return at != null ? mac(at, segment) : "02:de:ad:00:00:01";
    }
    for (Exit exit : forwarding.exits(segment, to.family())) {
      if (exit instanceof Exit.ThroughRouter r) {
        return mac(r.router(), segment);
      }
    }
    return "02:de:ad:00:00:02";
  }

  static String mac(Router router, String segment) {
    return router.ports().stream()
        .filter(p -> p.segment().equals(segment))
        .findFirst()
        .orElseThrow()
        .mac()
        .toString();
  }

  private <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
