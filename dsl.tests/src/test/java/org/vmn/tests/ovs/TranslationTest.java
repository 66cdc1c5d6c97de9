package org.vmn.tests.ovs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.HostMac;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;
import org.vmn.tests.lab.Ends;
import org.vmn.tests.lab.Frames;
import org.vmn.tests.lab.NeedsLab;
import org.vmn.tests.lab.Packet;

/**
 * Balancers and source translation, with real packets and their answers, on two hosts and from
 * outside.
 */
@NeedsLab("ovs")
@Timeout(120)
class TranslationTest {
  private static final String GATEWAY = "02:99:00:00:00:01";
  private static final String VIP = "192.0.2.10";
  private static final String OUT = "198.51.100.7";
  private Network network;
  private Fabric fabric;
  private String edge;
  private int port = 30_000;

  @BeforeEach
  void start() {
    Nets nets =
        Nets.hosts(2)
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
        .allow("internet", "www")
        .allow("client", "www")
        .allow("near", "www")
        .allow("web", "www")
        .allow("web", "internet")
        .allow("client", "internet");
    network = nets.build();
    fabric = new Fabric(network);
    edge = HostMac.router(network, "edge", Nets.host(1)).toString();
  }

  @AfterEach
  void stop() {
    if (fabric != null) {
      fabric.close();
    }
  }

  @Test
  void balancesRemoteClients() {
    Guest client = guest("client", 1);
    Set<String> targets = new TreeSet<>();
    for (int i = 0; i < 12; i++) {
      targets.add(roundTrip(client, router("back"), ++port));
    }
    assertEquals(Set.of(guest("web", 0).tap(), guest("web", 1).tap()), targets);
  }

  @Test
  void balancesClientsOnTheSegmentOfTheAddress() {
    Guest near = guest("near", 1);
    String mac = network.balancers().getFirst().mac().toString();
    Set<String> targets = new TreeSet<>();
    for (int i = 0; i < 12; i++) {
      targets.add(roundTrip(near, mac, ++port));
    }
    assertEquals(2, targets.size());
  }

  /** From the client to a target and back, and once more; the target's port. */
  private String roundTrip(Guest client, String via, int from) {
    Fabric.Arrival there = only(send(client, via, VIP, from, 443, "S"));
    Guest target = there.tap().equals(guest("web", 0).tap()) ? guest("web", 0) : guest("web", 1);
    assertEquals(target.tap(), there.tap());
    assertEquals(
        "tcp %s:%d>%s:8443 S".formatted(client.ip(), from, target.ip()), there.packet().toString());
    Fabric.Arrival back = only(send(target, router("front"), client.ip(), 8443, from, "SA"));
    assertEquals(client.tap(), back.tap());
    assertEquals("tcp %s:443>%s:%d SA".formatted(VIP, client.ip(), from), back.packet().toString());
    assertEquals(there.tap(), only(send(client, via, VIP, from, 443, "A")).tap());
    return there.tap();
  }

  @Test
  void returnsToItsOwnTargetAsTheBalancer() {
    Guest web = guest("web", 1);
    int self = 0;
    for (int i = 0; i < 12; i++) {
      int from = ++port;
      Fabric.Arrival there = only(send(web, router("front"), VIP, from, 443, "S"));
      if (there.tap().equals(web.tap())) {
        self++;
        assertEquals(
            "tcp %s:%d>%s:8443 S".formatted(VIP, from, web.ip()), there.packet().toString());
        Fabric.Arrival back = only(send(web, router("front"), VIP, 8443, from, "SA"));
        assertEquals(web.tap(), back.tap());
        assertEquals(
            "tcp %s:443>%s:%d SA".formatted(VIP, web.ip(), from), back.packet().toString());
        Fabric.Arrival again = only(send(web, router("front"), VIP, from, 443, "A"));
        assertEquals(
            "tcp %s:%d>%s:8443 A".formatted(VIP, from, web.ip()), again.packet().toString());
      } else {
        assertEquals(guest("web", 0).tap(), there.tap());
        assertEquals(
            "tcp %s:%d>%s:8443 S".formatted(web.ip(), from, guest("web", 0).ip()),
            there.packet().toString());
        Fabric.Arrival back =
            only(send(guest("web", 0), guest("web", 1).mac(), web.ip(), 8443, from, "SA"));
        assertEquals(
            "tcp %s:443>%s:%d SA".formatted(VIP, web.ip(), from), back.packet().toString());
      }
    }
    assertTrue(self > 0 && self < 12, self + " times itself");
  }

  @Test
  void takesOnlyItsOwnPort() {
    assertEquals(List.of(), send(guest("client", 0), router("back"), VIP, ++port, 80, "S"));
    assertEquals(
        List.of(), send(guest("client", 0), router("back"), "192.0.2.1", ++port, 443, "S"));
  }

  @Test
  void balancesClientsFromOutside() {
    learnGateway();
    String balancer = HostMac.balancer(network, "www", Nets.host(1)).toString();
    Set<String> targets = new TreeSet<>();
    for (int i = 0; i < 12; i++) {
      int from = ++port;
      Ends ends = new Ends(GATEWAY, OUT, balancer, VIP);
      Fabric.Arrival there = only(fabric.sendFromWire(tagged(Frames.tcp(ends, from, 443, "S"))));
      Guest target = there.tap().equals(guest("web", 0).tap()) ? guest("web", 0) : guest("web", 1);
      assertEquals(
          "tcp %s:%d>%s:8443 S".formatted(OUT, from, target.ip()), there.packet().toString());
      targets.add(there.tap());
      fabric.drainWire();
      assertEquals(List.of(), send(target, router("front"), OUT, 8443, from, "SA"));
      Packet back = leaving();
      assertEquals("vlan 110 tcp %s:443>%s:%d SA".formatted(VIP, OUT, from), back.toString());
      assertEquals(List.of(edge, GATEWAY), List.of(back.srcMac(), back.dstMac()));
      assertTrue(back.intact());
    }
    assertEquals(2, targets.size());
  }

  @Test
  void translatesSourcesOnTheWayOut() {
    learnGateway();
    for (int replica = 0; replica < 2; replica++) {
      Guest web = guest("web", replica);
      assertEquals(List.of(), send(web, router("front"), OUT, 5000, 80, "S"));
      Packet out = leaving();
      assertEquals(
          List.of("192.0.2.1", OUT, edge, GATEWAY),
          List.of(out.src(), out.dst(), out.srcMac(), out.dstMac()));
      Ends back = new Ends(GATEWAY, OUT, edge, "192.0.2.1");
      Fabric.Arrival answer =
          only(fabric.sendFromWire(tagged(Frames.tcp(back, 80, out.srcPort(), "SA"))));
      assertEquals(web.tap(), answer.tap());
      assertEquals("tcp %s:80>%s:5000 SA".formatted(OUT, web.ip()), answer.packet().toString());
      assertTrue(answer.packet().intact());
      fabric.drainWire();
    }
  }

  @Test
  void translatesErrorsAboutTranslatedPackets() {
    learnGateway();
    Guest web = guest("web", 1);
    Ends ends = new Ends(web.mac(), web.ip(), router("front"), OUT);
    assertEquals(List.of(), fabric.send(web.host(), web.tap(), Frames.udp(ends, 5000, 53, "q")));
    byte[] out =
        fabric.drainWire().stream()
            .filter(f -> Packet.of(f).vlan() == 110)
            .findFirst()
            .orElseThrow();
    Packet seen = Packet.of(out);
    Ends back = new Ends(GATEWAY, OUT, edge, "192.0.2.1");
    byte[] about = Frames.udp(back.reversed(), seen.srcPort(), 53, "q");
    Fabric.Arrival error = only(fabric.sendFromWire(tagged(Frames.unreachable(back, about))));
    assertEquals(web.tap(), error.tap());
    assertEquals("icmp %s>%s type 3".formatted(OUT, web.ip()), error.packet().toString());
  }

  @Test
  void leavesOtherSourcesAlone() {
    learnGateway();
    Guest client = guest("client", 1);
    assertEquals(List.of(), send(client, router("back"), OUT, 5000, 80, "S"));
    assertEquals("vlan 110 tcp %s:5000>%s:80 S".formatted(client.ip(), OUT), leaving().toString());
    Ends back = new Ends(GATEWAY, OUT, edge, client.ip());
    assertEquals(
        client.tap(), only(fabric.sendFromWire(tagged(Frames.tcp(back, 80, 5000, "SA")))).tap());
  }

  @Test
  void leavesAnswersToOutsideAlone() {
    learnGateway();
    Guest web = guest("web", 1);
    Ends ends = new Ends(GATEWAY, OUT, edge, web.ip());
    assertEquals(
        web.tap(), only(fabric.sendFromWire(tagged(Frames.tcp(ends, 5000, 8443, "S")))).tap());
    fabric.drainWire();
    assertEquals(List.of(), send(web, router("front"), OUT, 8443, 5000, "SA"));
    assertEquals("vlan 110 tcp %s:8443>%s:5000 SA".formatted(web.ip(), OUT), leaving().toString());
    // The policy lets outside open nothing else.
    assertEquals(List.of(), fabric.sendFromWire(tagged(Frames.tcp(ends, 5001, 22, "S"))));
  }

  @Test
  void keepsOutsideFromSpeakingForInside() {
    String balancer = HostMac.balancer(network, "www", Nets.host(1)).toString();
    Ends spoofed = new Ends(GATEWAY, guest("client", 0).ip(), balancer, VIP);
    assertEquals(List.of(), fabric.sendFromWire(tagged(Frames.tcp(spoofed, ++port, 443, "S"))));
    assertEquals(
        List.of(),
        fabric.sendFromWire(Frames.tcp(new Ends(GATEWAY, OUT, balancer, VIP), ++port, 443, "S")));
  }

  @Test
  void answersTheWireOnceAndGuestsWhereTheyAre() {
    for (String ip : List.of("192.0.2.1", VIP)) {
      fabric.drainWire();
      assertEquals(
          List.of(), fabric.sendFromWire(tagged(Frames.arpRequest(GATEWAY, "192.0.2.254", ip))));
      Packet answer = leaving();
      assertEquals("vlan 110 arp " + ip + " is-at " + answer.srcMac(), answer.toString());
      assertNotEquals(router("dmz"), answer.srcMac());
      for (int replica = 0; replica < 2; replica++) {
        Guest near = guest("near", replica);
        Fabric.Arrival to =
            only(
                fabric.send(near.host(), near.tap(), Frames.arpRequest(near.mac(), near.ip(), ip)));
        String mac =
            ip.equals(VIP) ? network.balancers().getFirst().mac().toString() : router("dmz");
        assertEquals("arp " + ip + " is-at " + mac, to.packet().toString());
        assertEquals(near.tap(), to.tap());
      }
    }
    Guest near = guest("near", 0);
    Guest other = guest("near", 1);
    Fabric.Arrival asked =
        only(
            fabric.send(
                near.host(), near.tap(), Frames.arpRequest(near.mac(), near.ip(), other.ip())));
    assertEquals(other.tap(), asked.tap());
    Ends answer = new Ends(other.mac(), other.ip(), near.mac(), near.ip());
    assertEquals(
        near.tap(), only(fabric.send(other.host(), other.tap(), Frames.arpReply(answer))).tap());
  }

  @Test
  void asksForTheGateway() {
    HostLayout first = fabric.layout().hosts().get(0);
    fabric.drainWire();
    fabric.bridges(first, "announce");
    fabric.collect();
    assertEquals("vlan 110 arp who-has 192.0.2.254 tell 192.0.2.1", leaving().toString());
  }

  private void learnGateway() {
    fabric.sendFromWire(
        tagged(Frames.arpReply(new Ends(GATEWAY, "192.0.2.254", edge, "192.0.2.1"))));
    fabric.drainWire();
  }

  private static byte[] tagged(byte[] frame) {
    return Frames.vlan(110, frame);
  }

  private Packet leaving() {
    List<Packet> seen =
        fabric.drainWire().stream().map(Packet::of).filter(p -> p.vlan() == 110).toList();
    assertEquals(1, seen.size(), seen.toString());
    return seen.getFirst();
  }

  private static Fabric.Arrival only(List<Fabric.Arrival> arrivals) {
    assertEquals(1, arrivals.size(), arrivals.toString());
    return arrivals.getFirst();
  }

  private String router(String segment) {
    return Differences.mac(network.routers().getFirst(), segment);
  }

  private List<Fabric.Arrival> send(
      Guest guest, String via, String to, int from, int port, String flags) {
    return fabric.send(
        guest.host(),
        guest.tap(),
        Frames.tcp(new Ends(guest.mac(), guest.ip(), via, to), from, port, flags));
  }

  private record Guest(HostLayout host, String tap, String mac, String ip) {}

  private Guest guest(String name, int offset) {
    Machine machine =
        network.machines().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    HostLayout host = fabric.layout().host(machine.placement().hostOf(offset));
    HostLayout.Adapter adapter =
        host.adapters().stream()
            .filter(a -> a.machine().equals(machine) && a.offset() == offset)
            .findFirst()
            .orElseThrow();
    return new Guest(
        host,
        adapter.tap(),
        adapter.nic().mac(offset).toString(),
        adapter.nic().at(offset).getFirst().toString());
  }
}
