package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.bench;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.pair;
import static org.vmn.runtime.TestNetworks.shop;
import static org.vmn.runtime.simulate.Change.SECOND;
import static org.vmn.runtime.simulate.Change.happened;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Expectation.Metric;
import org.vmn.runtime.network.Expectation.Subject;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Scale;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/** What happens in scenarios, by arithmetic. */
class StoryTest {
  private static final Subject WWW = new Subject.OfBalancer("www");
  private static final Balancer.Algorithm TURNS = Balancer.Algorithm.ROUND_ROBIN;

  private static Event fail(int seconds, Element element) {
    return new Event.Fail(seconds * SECOND, element, at(9));
  }

  private static Event restore(int seconds, Element element) {
    return new Event.Restore(seconds * SECOND, element, at(9));
  }

  private static Element host(String name) {
    return new Element.OfHost(Ref.parse(name));
  }

  private static SimulationResult run(
      Network network, int seconds, List<Load> loads, List<Event> events, Expectation... expected)
      throws SimulationException {
    return Simulator.run(
        network, Change.story(seconds, loads, events, expected), Options.seeded(2));
  }

  private static List<Load> outside(double rate) {
    return List.of(load(TestClients.INTERNET, rate));
  }

  private static double measured(SimulationResult result, int verdict) {
    return Objects.requireNonNull(
        result.verdicts().get(verdict).measured(), result.verdicts().get(verdict).explanation());
  }

  /** Half of the targets die at 31 s, checks see it at 45 s; they live at 61 s, seen at 65 s. */
  @Test
  void hostsComeBack() throws SimulationException {
    SimulationResult result =
        run(
            shop(4, 4, TURNS, 0),
            100,
            outside(1000),
            List.of(fail(31, host("kvm[1]")), restore(61, host("kvm[1]"))),
            Change.expect(Metric.RECOVERY, WWW, 20e9, true),
            Change.expect(Metric.AVAILABILITY, WWW, 0.9, false),
            Change.expect(Metric.AVAILABILITY, new Subject.OfMachine("web"), 0.8, false));
    SimulationResult.OfService www = result.balancers().get(0);
    Poisson.assertCount(7000, www.losses().getOrDefault(Loss.TARGET_DOWN, 0L));
    assertEquals(
        2, happened(result, Kind.NOTICED).stream().filter(h -> h.atNanos() == 65 * SECOND).count());
    assertEquals(15, measured(result, 0) / 1e9, 1.01);
    // Fourteen of a hundred seconds lose half, and are given up a second later.
    assertEquals(1 - 0.14 * 0.5, measured(result, 1), 0.01);
    assertEquals(1 - 0.3 / 2, measured(result, 2), 0.001);
    long late = www.timeline().moments().subList(70, 100).stream().mapToLong(m -> m.served()).sum();
    Poisson.assertCount(30_000, late);
    assertTrue(result.machines().get(0).failed());
  }

  @Test
  void zonesTakeTheirHosts() throws SimulationException {
    SimulationResult result =
        run(shop(4, 4, TURNS, 0), 30, outside(100), List.of(fail(10, new Element.OfZone("a"))));
    assertEquals(3, happened(result, Kind.FAILED).size());
    assertEquals(0, result.balancers().get(0).timeline().moments().get(20).served());
  }

  /** Nobody gets through a router that is down; afterwards all do. */
  @Test
  void routers() throws SimulationException {
    Element edge = new Element.OfRouter("edge");
    SimulationResult.OfService www =
        run(shop(4, 4, TURNS, 0), 60, outside(200), List.of(fail(20, edge), restore(30, edge)))
            .balancers()
            .get(0);
    Poisson.assertCount(2000, www.lost());
    assertEquals(www.lost(), www.losses().getOrDefault(Loss.ROUTER_DOWN, 0L));
  }

  /** An uplink is cut: its machines can't be reached, and are found dead by checks. */
  @Test
  void uplinks() throws SimulationException {
    Element uplink = new Element.OfUplink(UplinkRef.parse("kvm[1].eno1"));
    SimulationResult.OfService www =
        run(shop(4, 4, TURNS, 0), 60, outside(1000), List.of(fail(31, uplink))).balancers().get(0);
    Poisson.assertCount(7000, www.losses().getOrDefault(Loss.LINK_DOWN, 0L));
  }

  /**
   * The gateway's host is down from 20 s to 40 s, that one's successor from 50 s to 51 s, when it
   * isn't needed; the gateway's uplink from 60 s on. It is elsewhere 300 ms later each time.
   */
  @Test
  void gatewaysAreTakenOver() throws SimulationException {
    Element uplink = new Element.OfUplink(UplinkRef.parse("kvm[3].eno1"));
    SimulationResult result =
        run(
            takenOver(shop(4, 4, TURNS, 0)),
            90,
            outside(1000),
            List.of(
                fail(20, host("kvm[3]")),
                restore(40, host("kvm[3]")),
                fail(50, host("kvm[2]")),
                restore(51, host("kvm[2]")),
                fail(60, uplink)));
    SimulationResult.OfService www = result.balancers().get(0);
    Poisson.assertCount(300, www.losses().getOrDefault(Loss.GATEWAY_DOWN, 0L));
    Poisson.assertCount(300, www.losses().getOrDefault(Loss.LINK_DOWN, 0L));
    assertEquals(
        List.of(
            "20.3 kvm[2] is the gateway now, instead of kvm[3]",
            "40.3 kvm[3] is the gateway now, instead of kvm[2]",
            "60.3 kvm[2] is the gateway now, instead of kvm[3]"),
        happened(result, Kind.NOTICED).stream()
            .filter(h -> h.text().contains("gateway"))
            .map(h -> h.atNanos() / 1e9 + " " + h.element() + " " + h.text())
            .toList());
  }

  /** Whoever works again before it was noticed keeps the gateway. */
  @Test
  void gatewaysStayWhereNobodyNoticed() throws SimulationException {
    Event back = new Event.Restore(20 * SECOND + SECOND / 10, host("kvm[3]"), at(9));
    SimulationResult result =
        run(
            takenOver(shop(4, 4, TURNS, 0)),
            30,
            outside(1000),
            List.of(fail(20, host("kvm[3]")), back));
    SimulationResult.OfService www = result.balancers().get(0);
    Poisson.assertCount(100, www.losses().getOrDefault(Loss.GATEWAY_DOWN, 0L));
    assertEquals(List.of(), happened(result, Kind.NOTICED));
  }

  private static Network takenOver(Network shop) {
    Standby standby = new Standby(List.of(Ref.parse("kvm[2]")), List.of("dmz"), 300_000_000L);
    Router r = shop.routers().get(0);
    Balancer b = shop.balancers().get(0);
    return shop.but()
        .routers(
            List.of(
                new Router(
                    r.name(),
                    r.ports(),
                    r.routes(),
                    r.snat(),
                    r.floating(),
                    r.dnat(),
                    r.hairpin(),
                    r.gateway(),
                    standby,
                    r.origin())))
        .balancers(
            List.of(
                new Balancer(
                    b.name(),
                    b.segment(),
                    b.address(),
                    b.mac(),
                    b.protocol(),
                    b.port(),
                    b.targets(),
                    b.targetPort(),
                    b.algorithm(),
                    b.check(),
                    b.gateway(),
                    standby,
                    b.origin())))
        .build();
  }

  private static Network wired(int switches) {
    Network plain = pair(0, 0);
    List<Link> links = new ArrayList<>();
    for (int i = 1; i <= switches; i++) {
      for (int host = 1; host <= 2; host++) {
        links.add(
            new Link(
                "w" + host + i,
                new Link.Port(UplinkRef.parse("kvm[" + host + "].eno1")),
                new Link.Device(new Ref("tor", i)),
                0,
                1_000_000 * i,
                0,
                at(1)));
      }
    }
    return Change.network(
        plain,
        h -> h,
        m -> m,
        List.of(new FabricSwitch("tor", new Replicas(switches, true), at(1))),
        links);
  }

  /** Wires add their latency; when a switch fails, the way leads through the other. */
  @Test
  void fabric() throws SimulationException {
    Network network = wired(2);
    List<Load> load = List.of(load(all(network, "c"), 50));
    SimulationResult before = run(network, 20, load, List.of());
    Element first = new Element.OfDevice(Ref.parse("tor[1]"));
    Element second = new Element.OfDevice(Ref.parse("tor[2]"));
    SimulationResult one = run(network, 20, load, List.of(fail(0, first)));
    SimulationResult both = run(network, 20, load, List.of(fail(0, first), fail(10, second)));
    assertTrue(before.balancers().get(0).served() > 900);
    assertEquals(0, one.balancers().get(0).lost());
    // Two wires of 2 ms there and two back, the uplinks' 80 µs, and 1 ms of work.
    double mean = Objects.requireNonNull(one.balancers().get(0).latency()).mean();
    assertEquals(8e6 + 80e3 + 1e6, mean, 0.1e6);
    assertTrue(both.balancers().get(0).losses().containsKey(Loss.LINK_DOWN));
    assertEquals("w12", one.links().get(0).name());
  }

  /** 40 ms more there and back on the only wire; a slower wire is slower; loss costs time. */
  @Test
  void impairment() throws SimulationException {
    Network network = pair(1_000_000_000, 0);
    Element wire = new Element.OfUplink(UplinkRef.parse("kvm[1].eno1"));
    List<Load> load = List.of(load(all(network, "c"), 50));
    double plain = mean(run(network, 60, load, List.of()));
    double late =
        mean(
            run(network, 60, load, List.of(new Event.Impair(0, wire, 40_000_000, 0, 0, 0, at(9)))));
    assertEquals(plain + 80e6, late, 0.2e6);
    double slow =
        mean(
            run(
                network,
                60,
                load,
                List.of(new Event.Impair(0, wire, 0, 0, 0, 100_000_000, at(9)))));
    assertTrue(slow > plain + 2.2e6, slow + " " + plain);
    SimulationResult lossy =
        run(network, 60, load, List.of(new Event.Impair(0, wire, 0, 0, 0.01, 0, at(9))));
    // Each request of two packets waits 200 ms with probability 0.02, and the answer a little.
    assertEquals(plain + 0.02 * 200e6, mean(lossy), 2e6);
    SimulationResult shaky =
        run(
            network,
            60,
            load,
            List.of(new Event.Impair(0, wire, 20_000_000, 5_000_000, 0, 0, at(9))));
    assertEquals(plain + 40e6, mean(shaky), 1e6);
  }

  private static double mean(SimulationResult result) {
    return Objects.requireNonNull(result.balancers().get(0).latency()).mean();
  }

  @Test
  void quarantine() throws SimulationException {
    SimulationResult result =
        run(
            shop(4, 4, TURNS, 0),
            60,
            outside(1000),
            List.of(new Event.Quarantine(20 * SECOND, Ref.parse("web[1]"), at(9))));
    SimulationResult.OfService www = result.balancers().get(0);
    // As if it were dead: checks at 20, 25 and 30 s.
    Poisson.assertCount(2500, www.losses().getOrDefault(Loss.QUARANTINED, 0L));
    Poisson.assertCount(20_000 / 4.0 + 0, result.machines().get(0).served());
  }

  /** One replica for three's work: one more every cooldown, each after it has booted. */
  @Test
  void scalesOutAndIn() throws SimulationException {
    Network network =
        Change.machine(
            bench(6, 1, TURNS),
            "web",
            m ->
                Change.machine(
                    m,
                    List.of(Change.program("web", 8080, 10_000_000, 0, 50)),
                    new Scale(1, 1, 0.7, 0.2, 20 * SECOND, 60 * SECOND, at(5)),
                    null));
    Load load =
        new Load.Requests(
            all(network, "c"),
            new org.vmn.runtime.network.Service.AtBalancer("www"),
            List.of(
                new Load.Point(0, 200),
                new Load.Point(400 * SECOND, 200),
                new Load.Point(401 * SECOND, 1),
                new Load.Point(900 * SECOND, 1)),
            0,
            0,
            0,
            at(2));
    SimulationResult result = run(network, 900, List.of(load), List.of());
    List<SimulationResult.Happening> scaled = happened(result, Kind.SCALED);
    assertTrue(scaled.get(0).text().startsWith("from 1 to 2 at 100 % busy"), scaled.get(0).text());
    assertEquals(15 * SECOND, scaled.get(0).atNanos());
    assertEquals(75 * SECOND, scaled.get(1).atNanos());
    assertEquals(35 * SECOND, happened(result, Kind.BOOTED).get(0).atNanos());
    assertTrue(scaled.get(2).text().startsWith("from 3 to 2"), scaled.toString());
    assertTrue(scaled.get(scaled.size() - 1).text().startsWith("from 2 to 1"), scaled.toString());
    List<SimulationResult.Moment> moments = result.balancers().get(0).timeline().moments();
    long early = moments.subList(5, 30).stream().mapToLong(m -> m.served()).sum();
    assertEquals(2500, early, 150);
    assertEquals(0, moments.subList(200, 900).stream().mapToLong(m -> m.lost()).sum());
  }

  @Test
  void scalesTo() throws SimulationException {
    Network network = bench(4, 4, TURNS);
    List<Load> load = List.of(load(all(network, "c"), 100));
    SimulationResult result =
        run(network, 100, load, List.of(new Event.ScaleTo(10 * SECOND, "web", 1, at(9))));
    assertEquals(0, result.balancers().get(0).lost());
    assertTrue(result.machines().get(0).served() > 5 * result.machines().get(1).served());
    SimulationException e =
        assertThrows(
            SimulationException.class,
            () -> run(network, 10, load, List.of(new Event.ScaleTo(0, "web", 5, at(9)))));
    assertEquals("can't scale `web` to 5: only 4 are declared", e.getMessage());
  }

  /**
   * Copies every 60 s; the host dies at 200 s: 20 s of work are lost. Ten seconds until that is
   * believed, thirty to boot.
   */
  @Test
  void protection() throws SimulationException {
    Network network =
        Change.machine(
            shop(2, 4, TURNS, 10_000_000_000L),
            "web",
            m ->
                Change.machine(
                    m,
                    m.programs(),
                    null,
                    new Protect(
                        60 * SECOND,
                        120 * SECOND,
                        60 * SECOND,
                        List.of(Ref.parse("kvm[3]")),
                        at(5))));
    Subject web = new Subject.OfMachine("web");
    SimulationResult result =
        run(
            network,
            400,
            outside(50),
            List.of(fail(200, host("kvm[1]"))),
            Change.expect(Metric.RPO, web, 60e9, true),
            Change.expect(Metric.RTO, web, 45e9, true),
            Change.expect(Metric.RECOVERY, WWW, 60e9, true));
    assertEquals(20e9, measured(result, 0));
    assertEquals(40e9, measured(result, 1));
    assertTrue(result.passed(), result.verdicts().toString());
    assertEquals(1, result.takeovers().size());
    assertEquals("runs on kvm[3] again", happened(result, Kind.TAKEN_OVER).get(0).text());
    assertEquals(0, result.balancers().get(0).timeline().moments().get(300).lost());
  }

  @Test
  void withoutACopyNothingTakesOver() throws SimulationException {
    Subject web = new Subject.OfMachine("web");
    SimulationResult result =
        run(
            shop(2, 4, TURNS, 0),
            100,
            outside(50),
            List.of(fail(20, host("kvm[1]"))),
            Change.expect(Metric.RTO, web, 45e9, true));
    assertFalse(result.passed());
    assertEquals(
        "no replica of `web` failed with its host", result.verdicts().get(0).explanation());
    SimulationException e =
        assertThrows(
            SimulationException.class,
            () ->
                run(
                    shop(2, 4, TURNS, 0),
                    10,
                    List.of(),
                    List.of(new Event.Backup(0, Ref.parse("web[1]"), at(9)))));
    assertEquals("`web[1]` has nowhere to be copied to: protect it first", e.getMessage());
    assertNotNull(e.origin());
  }

  @Test
  void utilisation() throws SimulationException {
    SimulationResult result =
        run(
            shop(2, 2, TURNS, 1_000_000_000),
            30,
            outside(2000),
            List.of(),
            Change.expect(Metric.UTILISATION, new Subject.OfMachine("web"), 1, true),
            Change.expect(Metric.UTILISATION, WWW, 1, true),
            Change.expect(Metric.UTILISATION, new Subject.OfProgram("web", "shop"), 1, true),
            Change.expect(Metric.UTILISATION, new Subject.OfHost("kvm"), 1, true),
            Change.expect(
                Metric.UTILISATION, new Subject.OfUplink(UplinkRef.parse("kvm[3].eno1")), 1, true));
    assertEquals(0.5, measured(result, 0), 0.02);
    assertEquals(0.5, measured(result, 1), 0.02);
    assertEquals(0.5, measured(result, 2), 0.02);
    assertEquals(2.0 / 96, measured(result, 3), 0.001);
    assertEquals(0.53, measured(result, 4), 0.1);
  }
}
