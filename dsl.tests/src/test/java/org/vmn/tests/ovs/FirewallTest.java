package org.vmn.tests.ovs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.HostMac;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;
import org.vmn.tests.lab.Ends;
import org.vmn.tests.lab.Frames;
import org.vmn.tests.lab.NeedsLab;

/** Firewalls between inside and outside, with real packets and their answers, held to the walk. */
@NeedsLab("ovs")
@Timeout(120)
class FirewallTest {
  private static final String GATEWAY = "02:99:00:00:00:01";
  private static final String VIP = "192.0.2.10";
  private static final List<Integer> PORTS = List.of(22, 80, 443, 8443, 9000);

  private Network network;
  private Forwarding forwarding;
  private Fabric fabric;
  private String edge;
  private int port = 30_000;

  @BeforeEach
  void start() {
    Nets nets =
        Nets.hosts(2)
            .allowByDefault()
            .vlan("dmz", 110, "192.0.2.0/24")
            .tunnel("front", 77, "10.0.1.0/24")
            .tunnel("back", 78, "10.0.2.0/24")
            .vms("web", 2, "front")
            .vms("client", 2, "back")
            .vms("near", 2, "dmz");
    IpSet inside =
        IpSet.of(Prefix.parse("10.0.0.0/8")).union(IpSet.of(Prefix.parse("192.0.2.0/24")));
    nets.external(
        "internet", "dmz", "192.0.2.254", IpSet.of(Prefix.parse("0.0.0.0/0")).minus(inside));
    nets.router(
            "edge",
            List.of("front", "back", "dmz"),
            List.of(nets.route("0.0.0.0/0", "192.0.2.254", "dmz", "internet")),
            List.of("front"))
        .balancer("www", "dmz", VIP, 443, "web", 8443)
        .balancer("local", "dmz", "192.0.2.20", 443, "near", 8443);
    nets.firewall(
            "perimeter",
            "internet",
            false,
            nets.line(Policy.Action.DENY, "198.51.100.0/24", "any", Nets.tcp(80)),
            nets.line(Policy.Action.ALLOW, "any", "any", Nets.tcp(80), Nets.tcp(8443), Nets.icmp()))
        .firewall(
            "core", "edge", true, nets.line(Policy.Action.DENY, "any", "client", Nets.tcp(80)));
    network = nets.build();
    forwarding = Forwarding.of(network);
    fabric = new Fabric(network);
    edge = HostMac.router(network, "edge", Nets.host(1)).toString();
    fabric.sendFromWire(
        tagged(Frames.arpReply(new Ends(GATEWAY, "192.0.2.254", edge, "192.0.2.1"))));
    fabric.drainWire();
  }

  @AfterEach
  void stop() {
    if (fabric != null) {
      fabric.close();
    }
  }

  @Test
  void whatOutsideOpens() {
    Random random = new Random(3);
    List<String> differences = new ArrayList<>();
    int arrived = 0;
    for (int i = 0; i < 150; i++) {
      Guest guest = pick(guests(), random);
      boolean routed = !guest.place().nic().segment().equals("dmz");
      String from = pick(List.of("198.51.100.7", "203.0.113.9"), random);
      Packet packet =
          new Packet(Ip.parse(from), guest.ip(), Protocol.TCP, ++port, pick(PORTS, random));
      Walk walk = forwarding.walk(outside(), packet);
      Ends ends =
          new Ends(GATEWAY, from, routed ? edge : guest.mac(), packet.destination().toString());
      List<String> there =
          taps(
              fabric.sendFromWire(
                  tagged(Frames.tcp(ends, packet.sourcePort(), packet.destinationPort(), "S"))));
      if (!there.equals(walk.arrives() ? List.of(guest.tap()) : List.of())) {
        differences.add(packet + ": " + there + " but " + walk.deciding());
      }
      if (walk.arrives()) {
        arrived++;
        fabric.drainWire();
        send(guest, from, packet.destinationPort(), packet.sourcePort(), "SA");
        differences.addAll(leaves(packet.reversed(), walk.completes()));
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(arrived > 20 && arrived < 130, arrived + " arrived");
  }

  @Test
  void whatInsideOpens() {
    Random random = new Random(4);
    List<String> differences = new ArrayList<>();
    int arrived = 0;
    for (int i = 0; i < 150; i++) {
      Guest guest = pick(guests(), random);
      String to = pick(List.of("198.51.100.7", "203.0.113.9"), random);
      Packet packet =
          new Packet(guest.ip(), Ip.parse(to), Protocol.TCP, ++port, pick(PORTS, random));
      Walk walk = forwarding.walk(guest.place(), packet);
      fabric.drainWire();
      send(guest, to, packet.sourcePort(), packet.destinationPort(), "S");
      boolean hidden = guest.place().nic().segment().equals("front");
      boolean onDmz = guest.place().nic().segment().equals("dmz");
      Ip source = hidden ? Ip.parse("192.0.2.1") : guest.ip();
      Packet seen =
          new Packet(
              source,
              packet.destination(),
              Protocol.TCP,
              packet.sourcePort(),
              packet.destinationPort());
      differences.addAll(leaves(seen, walk.arrives()));
      if (walk.arrives()) {
        arrived++;
        Ends back = new Ends(GATEWAY, to, onDmz ? guest.mac() : edge, source.toString());
        List<String> answers =
            taps(
                fabric.sendFromWire(
                    tagged(Frames.tcp(back, packet.destinationPort(), packet.sourcePort(), "SA"))));
        if (!answers.equals(walk.completes() ? List.of(guest.tap()) : List.of())) {
          differences.add("answer to " + packet + ": " + answers);
        }
        if (walk.completes()) {
          fabric.drainWire();
          send(guest, to, packet.sourcePort(), packet.destinationPort(), "A");
          differences.addAll(leaves(seen, true));
        }
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(arrived > 20 && arrived < 130, arrived + " arrived");
  }

  /** Asked after the balancer has chosen: on the target's port. */
  @Test
  void whatOutsideOpensToBalancers() {
    String balancer = HostMac.balancer(network, "www", Nets.host(1)).toString();
    String local = HostMac.balancer(network, "local", Nets.host(1)).toString();
    for (String from : List.of("198.51.100.7", "203.0.113.9")) {
      assertEquals(1, open(from, balancer, VIP, 443).size());
      assertEquals(1, open(from, local, "192.0.2.20", 443).size());
      assertEquals(0, open(from, balancer, VIP, 444).size());
    }
  }

  private List<Fabric.Arrival> open(String from, String mac, String to, int on) {
    return fabric.sendFromWire(
        tagged(Frames.tcp(new Ends(GATEWAY, from, mac, to), ++port, on, "S")));
  }

  /** What is wrong about what the wire saw. */
  private List<String> leaves(Packet packet, boolean expected) {
    String words =
        "tcp %s:%d>%s:%d"
            .formatted(
                packet.source(),
                packet.sourcePort(),
                packet.destination(),
                packet.destinationPort());
    List<String> seen =
        fabric.drainWire().stream()
            .map(org.vmn.tests.lab.Packet::of)
            .filter(p -> p.vlan() == 110)
            .map(Object::toString)
            .toList();
    // Between our hosts it is on the wire too; with its own source.
    boolean is = seen.stream().anyMatch(s -> s.contains(words));
    return is == expected ? List.of() : List.of(words + ": " + seen + ", expected " + expected);
  }

  private void send(Guest guest, String to, int from, int on, String flags) {
    String segment = guest.place().nic().segment();
    String via = Differences.mac(network.routers().getFirst(), segment);
    Ends ends = new Ends(guest.mac(), guest.ip().toString(), via, to);
    assertEquals(
        List.of(), fabric.send(guest.host(), guest.tap(), Frames.tcp(ends, from, on, flags)));
  }

  private Place outside() {
    External internet = network.externals().getFirst();
    return new Place.Outside(internet);
  }

  private static byte[] tagged(byte[] frame) {
    return Frames.vlan(110, frame);
  }

  private static List<String> taps(List<Fabric.Arrival> arrivals) {
    return arrivals.stream().map(Fabric.Arrival::tap).toList();
  }

  private record Guest(HostLayout host, Place.Adapter place, String tap) {
    String mac() {
      return place.nic().mac(place.offset()).toString();
    }

    Ip ip() {
      return place.nic().at(place.offset()).getFirst();
    }
  }

  private List<Guest> guests() {
    List<Guest> guests = new ArrayList<>();
    for (HostLayout host : fabric.layout().hosts()) {
      for (HostLayout.Adapter a : host.adapters()) {
        guests.add(new Guest(host, new Place.Adapter(a.machine(), a.offset(), a.nic()), a.tap()));
      }
    }
    return guests;
  }

  private static <T> T pick(List<T> among, Random random) {
    return among.get(random.nextInt(among.size()));
  }
}
