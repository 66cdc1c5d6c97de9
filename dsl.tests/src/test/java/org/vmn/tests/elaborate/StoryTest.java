package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Monitor;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Service;

/** Scenarios, monitors and claims. */
class StoryTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String FRAME =
      """
      network n
      host h[3] { zone "z"; uplink e }
      fabric dc star over h[*].e { switch tor }
      segment a
      segment b
      router r { ports a, b }
      vm web[4] { nic a; runs shop on 80/tcp }
      vm db { nic b; runs store on 5432/tcp }
      balancer www on 10.64.0.99:80/tcp -> web : shop
      """;

  private static Network network(String text) {
    return Elaborated.network(FRAME + text);
  }

  private static Scenario scenario(String statements) {
    return network("scenario s {\nfor 1 h\n" + statements + "\n}").scenarios().get(0);
  }

  @Test
  void loadsOfThreeKinds() {
    Scenario s =
        scenario(
            """
            warmup 1 min
            load db -> www { 100 req/s; at 10 min 2000 req/s; at 20 min 500 req/s }
            load db -> www { 10 .. 60 req/min }
            load db -> web : shop { 200 clients; think 2 s; timeout 5 s; response 1 MiB }
            load web -> db { 40 GiB; at 5 min; every 20 min }
            """);
    assertEquals(60 * SECOND, s.warmupNanos());
    Load.Requests first = (Load.Requests) s.loads().get(0);
    assertEquals(
        List.of(
            new Load.Point(0, 100),
            new Load.Point(600 * SECOND, 2000),
            new Load.Point(1200 * SECOND, 500)),
        first.curve());
    assertEquals(0, first.timeoutNanos());
    assertEquals(new Service.AtBalancer("www"), first.service());
    Load.Requests second = (Load.Requests) s.loads().get(1);
    assertEquals(new Load.Point(3600 * SECOND, 1), second.curve().get(1));
    Load.Clients clients = (Load.Clients) s.loads().get(2);
    assertEquals(200, clients.clients());
    assertEquals(2 * SECOND, clients.thinkNanos());
    assertEquals(5 * SECOND, clients.timeoutNanos());
    assertEquals(new Service.AtProgram("web", "shop"), clients.service());
    Load.Transfers data = (Load.Transfers) s.loads().get(3);
    assertEquals(40L << 30, data.bytes());
    assertEquals(300 * SECOND, data.atNanos());
    assertEquals(1200 * SECOND, data.everyNanos());
  }

  @Test
  void everythingHappens() {
    Scenario s =
        scenario(
            """
            at 1 s fail h[1]
            at 2 s fail web[2..3]
            at 3 s fail h[2].e
            at 4 s fail link tor -- h[3].e
            at 5 s fail r
            at 6 s fail zone "z"
            at 7 s fail tor
            at 8 s restore h[1]
            at 9 s link h[1].e { delay 40 ms; jitter 5 ms; loss 0.5 %; rate 1 Gbps }
            at 10 s link h[1].e -- tor { delay 1 ms }
            at 11 s migrate db to h[2]
            at 12 s scale web to 2
            at 13 s quarantine db
            at 14 s maintain h[1] for 5 min
            at 15 s backup db
            at 16 s burst www times 2.5 for 30 s
            """);
    assertEquals(
        """
        Fail OfHost[host=h[1]]
        Fail OfMachine[machine=web[2]]
        Fail OfMachine[machine=web[3]]
        Fail OfUplink[uplink=h[2].e]
        Fail OfLink[link=h-3-e--tor]
        Fail OfRouter[router=r]
        Fail OfZone[zone=z]
        Fail OfDevice[device=tor]
        Restore OfHost[host=h[1]]
        Impair OfUplink[uplink=h[1].e] 40000000 5000000 0.005 1000000000
        Impair OfLink[link=h-1-e--tor] 1000000 0 0.0 0
        Migrate db h[2]
        ScaleTo web 2
        Quarantine db
        Maintain h[1] 300000000000
        Backup db
        Burst AtBalancer[balancer=www] 2.5 30000000000
        """,
        s.events().stream().map(e -> said(e) + "\n").collect(Collectors.joining()));
    assertEquals(SECOND, s.events().get(0).atNanos());
  }

  private static String said(Event event) {
    return event.getClass().getSimpleName()
        + " "
        + switch (event) {
          case Event.Fail e -> e.element();
          case Event.Restore e -> e.element();
          case Event.Impair e ->
              "%s %d %d %s %d"
                  .formatted(
                      e.element(), e.delayNanos(), e.jitterNanos(), e.loss(), e.bitsPerSecond());
          case Event.Migrate e -> e.machine() + " " + e.to();
          case Event.ScaleTo e -> e.target() + " " + e.count();
          case Event.Quarantine e -> e.machine();
          case Event.Maintain e -> e.host() + " " + e.durationNanos();
          case Event.Backup e -> e.machine();
          case Event.Burst e -> e.service() + " " + e.factor() + " " + e.durationNanos();
        };
  }

  @Test
  void whatCannotHappenIsToldOf() {
    assertEquals(
        List.of(
            "12 VMN2005 this happens after the scenario has ended",
            "13 VMN2001 no host is in a zone \"y\"; did you mean \"z\"?",
            "14 VMN3503 no wire lies between `h[1].e` and `h[2].e`",
            "15 VMN2005 `web` runs 1 to 4 replicas",
            "16 VMN2005 the points of a load come one after the other"),
        Elaborated.errors(
            FRAME
                + """
                scenario s {
                  for 1 min
                  at 2 min fail db
                  at 1 s fail zone "y"
                  at 1 s fail link h[1].e -- h[2].e
                  at 1 s scale web to 5
                  load db -> www { 1 req/s; at 5 s 2 req/s; at 5 s 3 req/s }
                }
                """));
  }

  @Test
  void aMachineStandsForItsOnlyProgram() {
    String text =
        """
        network n
        segment lan { subnet 10.0.0.0/24 }
        vm pc { nic lan }
        vm one { nic lan; runs site on 80/tcp }
        vm two { nic lan; runs a on 80/tcp; runs b on 81/tcp }
        scenario s {
          load pc -> one : site { 1 req/s }
          expect loss one < 5 %
          expect availability one > 99 %
        }
        """;
    assertEquals(
        List.of(
            "LOSS 0.0 OfProgram[machine=one, program=site] 0.05 true false",
            "AVAILABILITY 0.0 OfMachine[machine=one] 0.99 false false"),
        Elaborated.network(text).scenarios().get(0).expectations().stream()
            .map(StoryTest::said)
            .toList());
    assertEquals(
        List.of(
            "8 VMN4001 `pc` runs no program that requests go to",
            "9 VMN4001 `two` runs 2 programs"),
        Elaborated.errors(
            text.replace("loss one", "loss pc").replace("availability one > 99", "loss two < 5")));
  }

  @Test
  void expectationsAndMonitors() {
    Network network =
        network(
            """
            scenario s { load db -> www { 1 req/s } expect p999 latency www < 250 ms
              expect availability db : store >= 99.5 %
              expect recovery www < 90 s
              expect utilisation h < 90 %
              expect utilisation h[1].e < 80 %
              expect utilisation link h[1].e -- tor < 80 %
              expect rpo db <= 15 min
            }
            monitor ops on web, www { every 10 s; expect loss www < 1 % }
            """);
    assertEquals(
        List.of(
            "LATENCY 99.9 OfBalancer[balancer=www] 2.5E8 true false",
            "AVAILABILITY 0.0 OfProgram[machine=db, program=store] 0.995 false true",
            "RECOVERY 0.0 OfBalancer[balancer=www] 9.0E10 true false",
            "UTILISATION 0.0 OfHost[host=h] 0.9 true false",
            "UTILISATION 0.0 OfUplink[uplink=h[1].e] 0.8 true false",
            "UTILISATION 0.0 OfLink[link=h-1-e--tor] 0.8 true false",
            "RPO 0.0 OfMachine[machine=db] 9.0E11 true true"),
        network.scenarios().get(0).expectations().stream().map(StoryTest::said).toList());
    Monitor ops = network.monitors().get(0);
    assertEquals(10 * SECOND, ops.intervalNanos());
    assertEquals("web, www", ops.watched().text());
    assertEquals("loss www < 1 %", ops.alerts().get(0).text());
  }

  private static String said(Expectation e) {
    return "%s %s %s %s %s %s"
        .formatted(e.metric(), e.percentile(), e.subject(), e.bound(), e.below(), e.inclusive());
  }

  @Test
  void claims() {
    List<Assertion> assertions =
        network(
                """
                assert web reaches db on store via r
                assert every path web -> db on store crosses r, www, db
                assert isolated web from db
                assert no loops
                assert no black holes
                assert mtu web to db >= 1400
                assert redundant web -> db
                assert any 2 of host, link, vm, router down => web reaches db
                assert cpu on h < 75 %
                assert storage on zone "z" >= 5 %
                assert bandwidth on link <= 60 %
                """)
            .assertions();
    assertEquals(
        List.of(
            "Reach",
            "Crosses",
            "Crosses",
            "Isolated",
            "NoLoops",
            "NoBlackHoles",
            "MtuAtLeast",
            "Redundant",
            "UnderFailures",
            "Usage",
            "Usage",
            "Usage"),
        assertions.stream().map(a -> a.claim().getClass().getSimpleName()).toList());
    assertEquals("every path web -> db on store crosses r", assertions.get(1).text());
    Claim.Crosses path = (Claim.Crosses) assertions.get(2).claim();
    assertEquals(
        List.of(
            new Claim.Waypoint.AtRouter("r"),
            new Claim.Waypoint.AtBalancer("www"),
            new Claim.Waypoint.AtMachines("db", 0, 0)),
        path.through());
    assertEquals(1400, ((Claim.MtuAtLeast) assertions.get(6).claim()).bytes());
    Claim.UnderFailures failures = (Claim.UnderFailures) assertions.get(8).claim();
    assertEquals(2, failures.count());
    assertEquals(
        List.of(Claim.Kind.HOST, Claim.Kind.LINK, Claim.Kind.MACHINE, Claim.Kind.ROUTER),
        failures.kinds());
    assertEquals(
        List.of(
            new Claim.Usage(Claim.Resource.CPU, Claim.Scope.HOST, "h", 0.75, true, false),
            new Claim.Usage(Claim.Resource.STORAGE, Claim.Scope.ZONE, "z", 0.05, false, true),
            new Claim.Usage(Claim.Resource.BANDWIDTH, Claim.Scope.LINK, null, 0.6, true, true)),
        assertions.subList(9, 12).stream().map(Assertion::claim).toList());
  }
}
