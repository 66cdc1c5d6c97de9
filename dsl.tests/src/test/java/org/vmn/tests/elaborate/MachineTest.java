package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Label;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Scale;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.network.Traffic;

/** What machines have, beyond processors, memory and addresses. */
class MachineTest {
  private static final long SECOND = 1_000_000_000L;

  private static Machine machine(Network network, String name) {
    return network.machines().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void hardware() {
    Network network =
        Elaborated.network(
            """
            network n
            host h { cpu 16 }
            vm a { cpu 4; numa 2; pinning 2, 4..6; hugepages 1 GiB }
            vm b
            """);
    assertEquals(new Hardware(2, List.of(2, 4, 5, 6), 1L << 30), machine(network, "a").hardware());
    assertEquals(Hardware.ANY, machine(network, "b").hardware());
  }

  @Test
  void hardwareThatIsNotThereIsToldOf() {
    assertEquals(
        List.of(
            "3 VMN2005 `a` has 2 processors, and 1 are named to bind them to",
            "4 VMN2005 host `h` has processors 0 to 7, and no 8",
            "6 VMN3202 processor 1 of host `h` is bound to `c` already",
            "7 VMN3202 `e` would be bound to the same processors twice on one host",
            "8 VMN2005 `f` has 1 processors, which make no 2 nodes"),
        Elaborated.errors(
            """
            network n
            host h { cpu 8 }
            vm a { cpu 2; pinning 1 }
            vm b { pinning 8 }
            vm c { pinning 1 }
            vm d { pinning 1 }
            vm e[2] { pinning 5 }
            vm f { numa 2 }
            """));
  }

  @Test
  void labelsFilesAndPackagesOfTemplatesAreReplacedByName() {
    Network network =
        Elaborated.network(
            """
            network n
            host h { label rack "r1" }
            template t { label owner "x"; label seen; file "/etc/a" content "1"; package nginx }
            vm a : t { label owner "y"; file "/etc/a" content "2\\n" mode 0600; package "g++", nginx }
            """);
    Machine a = machine(network, "a");
    assertEquals(List.of(new Label("rack", "r1")), network.hosts().get(0).labels());
    assertEquals(List.of(new Label("owner", "y"), new Label("seen", "")), a.labels());
    assertEquals(List.of("nginx", "g++"), a.provision().packages());
    Provision.File file = a.provision().files().get(0);
    assertEquals("/etc/a", file.path());
    assertEquals("2\n", file.content());
    assertEquals(0600, file.mode());
    assertEquals(1, a.provision().files().size());
  }

  @Test
  void programsAskOthers() {
    Network network =
        Elaborated.network(
            """
            network n
            segment lan
            vm web {
              nic lan
              runs shop on 80/tcp {
                demand 2 ms; concurrency 16; queue 100
                calls db { times 2.5; request 2 KiB; response 1 MiB; timeout 200 ms; retries 1 }
                calls www
              }
            }
            vm db { nic lan; runs store on 5432/tcp }
            balancer www on 10.64.0.9:5432/tcp -> db : store
            """);
    Program shop = machine(network, "web").programs().get(0);
    assertEquals(2_000_000, shop.demandNanos());
    assertEquals(16, shop.concurrency());
    assertEquals(100, shop.queue());
    Call first = shop.calls().get(0);
    assertEquals(
        new Call(
            new Service.AtProgram("db", "store"),
            2.5,
            2048,
            1 << 20,
            200_000_000,
            1,
            first.origin()),
        first);
    assertEquals(new Service.AtBalancer("www"), shop.calls().get(1).service());
  }

  @Test
  void callsToNobodyAreToldOf() {
    assertEquals(
        List.of(
            "3 VMN4001 `b` runs nothing that could take a request",
            "5 VMN4001 `d` runs several programs, and any of them may be meant",
            "7 VMN4001 `a` doesn't run `q`"),
        Elaborated.errors(
            """
            network n
            vm b
            vm a { runs p on 1/tcp { calls b } }
            vm d { runs q on 2/tcp; runs r on 3/tcp }
            vm c { runs p on 1/tcp { calls d } }
            vm e { runs p on 1/tcp { calls d : r } }
            vm f { runs p on 1/tcp { calls a : q } }
            """));
  }

  @Test
  void callsInACircleAreToldOf() {
    assertEquals(
        List.of(
            "3 VMN2011 by this call `a : p` asks itself for each request, without end",
            "5 VMN2011 by this call `b : q` asks itself for each request, without end"),
        Elaborated.errors(
            """
            network n
            segment lan
            vm a { nic lan; runs p on 1/tcp { calls a } }
            vm b { nic lan; runs q on 2/tcp { calls c } }
            vm c { nic lan; runs r on 3/tcp { calls www } }
            balancer www on 10.64.0.99:80/tcp -> b : q
            """));
  }

  @Test
  void scaling() {
    Network network =
        Elaborated.network(
            """
            network n
            vm a[8] { scale }
            vm b[8] { scale { least 2; initial 3; above 70 %; below 30 %; boot 20 s; cooldown 2 min } }
            """);
    Scale usual = machine(network, "a").scale();
    assertNotNull(usual);
    assertEquals(new Scale(1, 1, 0.75, 0.25, 30 * SECOND, 60 * SECOND, usual.origin()), usual);
    Scale stated = machine(network, "b").scale();
    assertNotNull(stated);
    assertEquals(new Scale(2, 3, 0.7, 0.3, 20 * SECOND, 120 * SECOND, stated.origin()), stated);
    assertEquals(
        List.of(
            "2 VMN2005 `c` can't run 4 replicas at first, from 4 up to 3",
            "3 VMN2005 `d` would start and stop replicas at the same use"),
        Elaborated.errors(
            "network n\n"
                + "vm c[3] { scale { least 4 } }\n"
                + "vm d[3] { scale { above 5 %; below 5 % } }"));
  }

  @Test
  void protection() {
    Network network =
        Elaborated.network(
            """
            network n
            host h[3] { cpu 8 }
            vm a { on h[1]; protect }
            vm b { on h[3]; protect { every 5 min; rpo 10 min; rto 2 min; to h[2] } }
            vm c { quarantine }
            """);
    Protect usual = machine(network, "a").protect();
    assertNotNull(usual);
    List<Ref> others = List.of(new Ref("h", 2), new Ref("h", 3));
    assertEquals(
        new Protect(900 * SECOND, 900 * SECOND, 300 * SECOND, others, usual.origin()), usual);
    Protect stated = machine(network, "b").protect();
    assertNotNull(stated);
    assertEquals(600 * SECOND, stated.rpoNanos());
    assertEquals(List.of(new Ref("h", 2)), stated.to());
    assertTrue(machine(network, "c").quarantined());
    assertEquals(
        List.of(
            "2 VMN3202 there is no other host that could hold copies of `a`",
            "3 VMN2005 copies of `b` are made less often than its `rpo` allows",
            "3 VMN3202 there is no other host that could hold copies of `b`"),
        Elaborated.errors("network n\nvm a { protect }\nvm b { protect { rpo 1 min } }"));
  }

  @Test
  void trunksBringFurtherSegmentsOnOneAdapter() {
    Network network =
        Elaborated.network(
            """
            network n
            segment lan
            segment voice { subnet 10.9.0.0/24 }
            vm a[2] { nic lan { priority 5; mirror ids; trunk voice { address 10.9.0.7; priority 6 } } }
            vm ids { nic lan }
            """);
    List<Nic> nics = machine(network, "a").nics();
    assertEquals(List.of("nic1", "nic1.voice"), nics.stream().map(Nic::name).toList());
    assertEquals(nics.get(0).mac(), nics.get(1).mac());
    assertEquals("nic1", nics.get(1).trunk());
    assertEquals(5, nics.get(0).priority());
    assertEquals(6, nics.get(1).priority());
    assertEquals(new Ref("ids", 0), nics.get(0).mirror());
    assertEquals("[10.9.0.8]", nics.get(1).at(1).toString());
  }

  @Test
  void togetherIsOnOneHostOrInOneZone() {
    Network network =
        Elaborated.network(
            """
            network n
            host a[2] { cpu 2; zone "x" }
            host b { cpu 4; zone "y" }
            vm one[4] { together host }
            vm two[4] { together zone }
            """);
    assertEquals(
        List.of(new Ref("b", 0)), machine(network, "one").placement().blocks().get(0).hosts());
    assertEquals(
        List.of(new Ref("a", 1), new Ref("a", 2)),
        machine(network, "two").placement().blocks().get(0).hosts());
    assertEquals(
        List.of("3 VMN3202 no host has room for all 3 replicas of `m`"),
        Elaborated.errors("network n\nhost h[9] { cpu 2 }\nvm m[3] { together host }"));
  }

  @Test
  void aBalancerChecksAsItsProgramSays() {
    String text =
        """
        network n
        segment s { subnet 10.0.0.0/24 }
        template server { runs site on 80/tcp { check icmp every 2 s } }
        vm a[2] : server { nic s }
        balancer b on 10.0.0.100:80/tcp -> a : site
        balancer c on 10.0.0.101:80/tcp -> a : site { check udp every 7 s }
        balancer d on 10.0.0.102:80/tcp -> a
        """;
    assertEquals(
        List.of(
            new Balancer.Check(Traffic.Protocol.ICMP, 2 * SECOND, 3),
            new Balancer.Check(Traffic.Protocol.UDP, 7 * SECOND, 3),
            new Balancer.Check(Traffic.Protocol.TCP, 5 * SECOND, 3)),
        Elaborated.network(text).balancers().stream().map(Balancer::check).toList());
  }
}
