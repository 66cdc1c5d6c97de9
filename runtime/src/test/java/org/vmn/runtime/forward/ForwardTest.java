package org.vmn.runtime.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.network.UplinkRef;

class ForwardTest {
  private static final String FLOATING = "192.0.2.20";

  /** The first list that matches decides, there; the answer is let back without being asked for. */
  @Test
  void firewallsAreOrderedAndStateful() {
    Forwarding tables =
        new Site().firewall("edge", null, "deny web db 22", "allow web db").tables();
    assertEquals("db", end(tables, "web[1] -> db tcp/23"));
    assertEquals("firewall wall: deny web -> db : 22/tcp", why(tables, "web[1] -> db tcp/22"));
    assertEquals("firewall wall: default deny", why(tables, "db -> web[1] tcp/23"));
    assertEquals(
        List.of("web[1]", "web[1]", "router edge", "firewall wall", "db", "db"),
        walk(tables, "web[1] -> db tcp/23").there().stream().map(Step::where).toList());
  }

  /** Asked after the destination is translated and before the source is. */
  @Test
  void firewallsSeeTheAddressesOfTheInside() {
    Forwarding out = new Site().firewall("edge", null, "allow web internet").tables();
    assertEquals("internet", end(out, "web[1] -> internet tcp/80"));
    Forwarding in =
        new Site()
            .dnat("192.0.2.2", 8080, "10.0.2.10", 80)
            .firewall(null, "internet", "allow internet db 80")
            .tables();
    assertEquals("db", end(in, "internet -> 192.0.2.2 tcp/8080"));
    assertEquals("firewall wall: default deny", why(in, "web[1] -> internet tcp/80"));
  }

  @Test
  void translatesDestinationsThereAndBack() {
    Forwarding tables = new Site().dnat("192.0.2.2", 8080, "10.0.2.10", 80).tables();
    Walk walk = walk(tables, "internet -> 192.0.2.2 tcp/8080");
    assertEquals(true, walk.completes());
    assertEquals("tcp 198.51.100.0:49152 -> 10.0.2.10:80", delivered(walk));
    assertEquals("tcp 192.0.2.2:8080 -> 198.51.100.0:49152", walk.deciding().packet().toString());
    assertEquals(
        "router edge: takes 8080/tcp only at 192.0.2.2",
        why(tables, "internet -> 192.0.2.2 tcp/81"));
  }

  @Test
  void floatingAddressesStandForAMachineBothWays() {
    Forwarding tables = new Site().floating(FLOATING, "10.0.2.10").tables();
    assertEquals("db", end(tables, "internet -> " + FLOATING + " tcp/22"));
    Walk out = walk(tables, "db -> internet tcp/80");
    assertEquals(true, out.completes());
    assertEquals("tcp 192.0.2.20:49152 -> 198.51.100.0:80", delivered(out));
    assertEquals(
        "tcp 10.0.1.10:49152 -> 10.0.2.10:80", delivered(walk(tables, "web[1] -> db tcp/80")));
  }

  @Test
  void insideReachesOuterAddressesByHairpinOnly() {
    Site site = new Site().floating(FLOATING, "10.0.2.10");
    assertEquals(
        "router edge: translates 192.0.2.20 only from dmz: it doesn't say `hairpin`",
        why(site.tables(), "web[1] -> " + FLOATING + " tcp/80"));
    Forwarding tables = new Site().floating(FLOATING, "10.0.2.10").hairpin().tables();
    assertEquals(true, walk(tables, "web[1] -> " + FLOATING + " tcp/80").completes());
    Walk near = walk(tables, "ids[1] -> " + FLOATING + " tcp/80");
    assertEquals(true, near.completes());
    assertEquals("tcp 10.0.2.1:49152 -> 10.0.2.10:80", delivered(near));
  }

  @Test
  void isolatedSegmentsKeepTheirMachinesApart() {
    Forwarding tables = new Site().isolateFront().tables();
    assertEquals("segment front: keeps its machines apart", why(tables, "web[1] -> web[2] tcp/80"));
    assertEquals(true, walk(tables, "web[1] -> db tcp/80").completes());
    assertEquals(true, walk(tables, "db -> web[2] tcp/80").completes());
    Question question = Question.parse(tables, "web[1] -> web[2] tcp/80");
    assertEquals(
        Step.Cause.ISOLATION,
        tables.walk(question.start(), question.packet(), Choices.FIRST, 1).deciding().cause());
  }

  /** What a proof shows can be asked again. */
  @Test
  void packetsAreQuestions() {
    Forwarding tables = new Site().tables();
    Packet shown = walk(tables, "web[1] -> db tcp/80").packet();
    for (Packet packet :
        List.of(
            shown,
            shown.fromPort(shown.source(), 1),
            Packet.opening(shown.source(), shown.destination(), Protocol.UDP, 65535),
            Packet.opening(shown.source(), shown.destination(), Protocol.ICMP, 0),
            Packet.opening(shown.source(), shown.destination(), Protocol.ANY, 0))) {
      assertEquals(packet, Question.parse(tables, packet.toString()).packet());
    }
    assertEquals(
        new Asked("2001:db8::1", "2001:db8::2", "tcp/443", 5),
        Asked.parse("tcp [2001:db8::1]:5 -> [2001:db8::2]:443"));
    assertEquals(
        new Asked("2001:db8::1", "2001:db8::2", "icmp", 0),
        Asked.parse("icmp 2001:db8::1 -> 2001:db8::2"));
  }

  @Test
  void questionsSayWhatIsWrongWithThem() {
    Forwarding tables = new Site().tables();
    assertEquals(
        "say the protocol of port 80, such as `tcp/80`", refusal(tables, "web[1] -> db 80"));
    assertEquals("there is no `db[2]`: write `db`", refusal(tables, "web[1] -> db[2] tcp/80"));
    assertEquals("say which machine: `web[1]` to `web[3]`", refusal(tables, "web -> db tcp/80"));
    assertEquals("icmp has no ports", refusal(tables, "web[1] -> db icmp/8"));
    assertEquals(
        "`gre` is no protocol and port such as `tcp/443`, and no program of who is asked; `db` runs"
            + " `shop`",
        refusal(tables, "web[1] -> db gre"));
  }

  private static String refusal(Forwarding tables, String question) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Question.parse(tables, question))
            .getMessage());
  }

  @Test
  void chainsSteerThereAndBack() {
    Forwarding tables = new Site().chain(false, "web", "db").tables();
    Walk walk = walk(tables, "web[2] -> db tcp/80");
    assertEquals(List.of(Ref.parse("ids[1]")), walk.outward().machines());
    assertEquals(List.of(Ref.parse("ids[1]")), walk.homeward().machines());
    assertEquals(List.of(), walk(tables, "db -> web[2] tcp/80").outward().machines());
    Forwarding second = tables.without(List.of(new Element.OfMachine(Ref.parse("ids[1]"))));
    assertEquals(
        List.of(Ref.parse("ids[2]")), walk(second, "web[2] -> db tcp/80").outward().machines());
  }

  @Test
  void chainsFailClosedOrOpen() {
    List<Element> both =
        List.of(
            new Element.OfMachine(Ref.parse("ids[1]")), new Element.OfMachine(Ref.parse("ids[2]")));
    Forwarding closed = new Site().chain(false, "web", "db").tables().without(both);
    assertEquals(
        "chain inspect: has no machine left that is up", why(closed, "web[1] -> db tcp/80"));
    Forwarding open = new Site().chain(true, "web", "db").tables().without(both);
    assertEquals(true, walk(open, "web[1] -> db tcp/80").completes());
  }

  @Test
  void failuresActOnHostsWiresAndGateways() {
    Forwarding tables = new Site().tables();
    Element uplink = new Element.OfUplink(UplinkRef.parse("kvm[2].eno1"));
    Element gateway = new Element.OfHost(Ref.parse("kvm[1]"));
    assertEquals(
        "segment back: has no wire between kvm[1] and kvm[2]",
        why(tables.without(List.of(uplink)), "web[1] -> db tcp/80"));
    assertEquals(true, walk(tables.without(List.of(uplink)), "web[2] -> db tcp/80").completes());
    assertEquals(
        "router edge: has its only gateway on host kvm[1], which is down",
        why(tables.without(List.of(gateway)), "web[2] -> internet tcp/80"));
    assertEquals(
        "web[1]: is down with its host kvm[1]",
        why(tables.without(List.of(gateway)), "web[1] -> db tcp/80"));
  }

  /** The answer comes back through a second router, whose firewall never saw the connection. */
  @Test
  void firewallsDropAnswersToWhatTheyDidNotSee() {
    Site site = new Site();
    Segment front = site.segment("front", 11, "10.0.1.0/24");
    Segment back = site.segment("back", 12, "10.0.2.0/24");
    site.routers.add(
        router("first", TestNetworks.port(back, 4), TestNetworks.port(front, 1, "10.0.1.2")));
    site.routers.add(
        router("second", TestNetworks.port(back, 5, "10.0.2.2"), TestNetworks.port(front, 2)));
    site.firewall("first", null, "allow any any");
    Forwarding tables = site.tables();
    Question question = Question.parse(tables, "web[1] -> db tcp/80");
    Walk walk = tables.walk(question.start(), question.packet(), Choices.FIRST, 1);
    assertEquals(true, walk.arrives());
    assertEquals(Step.Cause.UNKNOWN_ANSWER, walk.deciding().cause());
  }

  @Test
  void takesTheLeastMtuOfTheWay() {
    Forwarding tables = new Site().tables();
    PathMtu mtu = new PathMtu(tables);
    assertEquals("segment back", mtu.of(walk(tables, "web[1] -> db tcp/80").outward()).where());
    assertEquals(1500, mtu.of(walk(tables, "web[1] -> web[2] tcp/80").outward()).bytes());
  }

  private static Router router(String name, Router.Port... ports) {
    return new Router(
        name,
        List.of(ports),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        null,
        null,
        TestNetworks.at(15));
  }

  private static Walk walk(Forwarding tables, String connection) {
    Question question = Question.parse(tables, connection);
    return tables.walk(question.start(), question.packet());
  }

  private static String end(Forwarding tables, String connection) {
    return String.valueOf(walk(tables, connection).end());
  }

  private static String why(Forwarding tables, String connection) {
    Step step = walk(tables, connection).deciding();
    return step.where() + ": " + step.what();
  }

  private static String delivered(Walk walk) {
    return walk.there().get(walk.there().size() - 1).packet().toString();
  }
}
