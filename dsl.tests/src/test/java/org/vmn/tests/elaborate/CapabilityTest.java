package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vmn.generator.capability.Capabilities;
import org.vmn.generator.capability.Feature;
import org.vmn.generator.capability.Shortfall;
import org.vmn.generator.emit.ovs.Limitation;
import org.vmn.generator.emit.ovs.Limitations;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Deployment.Target;
import org.vmn.runtime.network.Network;

/** Whatever the source asks for and no target does is told at its line. */
class CapabilityTest {
  private static final Path DOCUMENT = Path.of("../dsl/docs/language/targets.md");

  private static final String ALL =
      """
      network n
      host h { cpu 8; uplink e { bond x, y } }
      switch s on h.e
      segment a { isolated; dhcp; dns; switch s }
      segment b { vlan 5; dns { server 10.0.0.1 } }
      external net { on b }
      image i { source "i"; checksum "sha256:%s" }
      router r {
        ports a, b
        floating 10.64.1.9 -> m
        dnat 10.64.1.8:80/tcp -> m
        hairpin
        route 10.9.0.0/16 via 10.64.1.77
        route 10.9.0.0/16 via 10.64.1.78
      }
      firewall f on r
      chain c a -> b through k
      vm m {
        numa 1; pinning 1; hugepages 2 MiB; disk root 20 GiB from i; package vim; quarantine
        scale; nic a { trunk b; priority 1; mirror k }
      }
      vm k { nic a; disk d 1 GiB; file "/x" content "y"; runs x on 80/tcp }
      monitor mon on m
      balancer l on 10.64.1.7:80/tcp -> k { least-connections }
      policy default deny log
      allow a -> b log
      """
          .formatted("0".repeat(64));

  private static Set<String> told(Target... targets) {
    Network network = Elaborated.network(ALL);
    return Capabilities.shortfalls(network, EnumSet.copyOf(List.of(targets))).stream()
        .map(s ->
            s.origin().line()
                + " "
                + s.target().name().toLowerCase(Locale.ROOT)
                + ": "
                + s.message())
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  @Test
  void everyPlaceIsTold() {
    assertEquals(
        """
        10 ovs: `10.64.1.9` leads nowhere
        11 ovs: `10.64.1.8:80` leads nowhere
        14 ovs: of the routes to 10.9.0.0/16 one is taken
        17 ovs: chain `c` steers nothing
        18 libvirt: all replicas of `m` run, always
        19 libvirt: the image of `root` is not checked before it is used
        2 ovs: `e` is not joined: the host must have it already
        20 ovs: `b` does not come tagged
        20 ovs: `k` gets no copies
        22 libvirt: `k` boots no image, so nothing sets it up
        23 libvirt: monitor `mon` watches nothing
        24 ovs: `l` goes on choosing targets that have failed: health checks need more than flows
        24 ovs: `l` spreads connections evenly by a hash, not by how many each target has
        25 ovs: denied connections are not logged
        26 ovs: denied connections are not logged
        3 ovs: switch `s` is not made: its segments are on the switch that every host has
        4 ovs: nobody answers DHCP on `a`: machines get their addresses from cloud-init
        4 ovs: nobody answers names on `a`
        8 ovs: behind `r` nobody reaches outer addresses
        """,
        told(Target.values()).stream().map(t -> t + "\n").collect(Collectors.joining()));
  }

  @Test
  void whatAnotherTargetDoesIsMissingWithoutIt() {
    Set<String> alone = told(Target.OVS);
    assertTrue(alone.contains("18 ovs: `m` sees one node"), alone.toString());
    assertTrue(alone.contains("18 ovs: `m` is not set up"), alone.toString());
    assertEquals(List.of(), Capabilities.shortfalls(Elaborated.network(ALL), List.of()));
  }

  @Test
  void aPlainNetworkIsDoneWhole() {
    List<Shortfall> none =
        Capabilities.shortfalls(
            Elaborated.network("network n\nsegment lan\nvm a { nic lan }"),
            List.of(Target.values()));
    assertEquals(List.of(), none);
  }

  /** Without these, packets would pass that proofs count as stopped. */
  @Test
  void whatKeepsPacketsOutIsTold() {
    Network network = Elaborated.network(ALL);
    List<Integer> lines =
        Capabilities.shortfalls(network, List.of(Target.LIBVIRT)).stream()
            .filter(Shortfall::unenforced)
            .map(s -> s.origin().line())
            .toList();
    assertEquals(List.of(4, 16, 17, 18), lines);
  }

  /** Out by one router and back by another, behind which a firewall stands that saw nothing. */
  @Test
  void answersThatPassAFirewallUnseenAreTold() {
    String text =
        """
        network n
        host h { uplink e }
        segment wan { vlan 9; subnet 192.0.2.0/24; on h.e }
        segment mid { subnet 10.0.1.0/24 }
        segment lan { subnet 10.0.2.0/24 }
        external net { on wan; gateway 192.0.2.1 }
        router a { ports lan, wan; route 0.0.0.0/0 via net }
        router b { ports mid, wan; route 10.0.2.0/24 via c }
        router c { ports mid, lan; route 0.0.0.0/0 via b }
        vm m { nic lan }
        firewall f on %s { allow any -> any }
        """;
    assertEquals(1, unseen(text.formatted("c")).size());
    assertEquals(List.of(), unseen(text.formatted("a")));
  }

  private static List<Limitation> unseen(String text) {
    Network network = Elaborated.network(text);
    return Limitations.of(Forwarding.of(network), Layout.of(network)).stream()
        .filter(Limitation::unenforced)
        .toList();
  }

  @Test
  void theDocumentHasTheTable() throws IOException {
    String table =
        Arrays.stream(Feature.values())
            .map(f ->
                "| `%s` | %s | %s |\n"
                    .formatted(f.words(), cell(Target.LIBVIRT, f), cell(Target.OVS, f)))
            .collect(Collectors.joining());
    String document = Files.readString(DOCUMENT);
    assertTrue(document.contains(table), "write into " + DOCUMENT + ":\n" + table);
  }

  private static String cell(Target target, Feature feature) {
    return Capabilities.can(target, feature) ? "yes" : feature.owner() == target ? "no" : "";
  }
}
