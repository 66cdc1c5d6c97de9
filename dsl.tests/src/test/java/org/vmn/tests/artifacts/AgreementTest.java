package org.vmn.tests.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.tests.lab.NeedsLab;
import org.vmn.tests.lab.SwitchLab;

/**
 * Three answers to "does this packet arrive?" for the example of a DMZ: the prover's, the walk's,
 * and {@code ofproto/trace} of a real Open vSwitch with the emitted flows. Machines on one host, so
 * that one trace shows the whole way.
 */
@NeedsLab("ovs")
@Timeout(120)
class AgreementTest {
  private static final int PACKETS = 400;
  private static final int[] BORDERS = {
    1, 79, 80, 81, 442, 443, 444, 1432, 1433, 1434, 3388, 3389, 3390, 65535
  };

  @TempDir Path temp;

  @Test
  void proverWalkAndSwitchAgree() {
    Network network = Examples.build(Path.of("examples/02-dmz/dmz.vmn"), temp.resolve("out"));
    Forwarding forwarding = Forwarding.of(network);
    Prover prover = Prover.of(forwarding);
    HostLayout host = Layout.of(network).hosts().get(0);
    List<String> differences = new ArrayList<>();
    int arrived = 0;
    try (SwitchLab lab = SwitchLab.start()) {
      Path ovs = temp.resolve("out/hosts").resolve(host.folder()).resolve("ovs");
      lab.run("env", "VMN_DATAPATH=netdev", "bash", ovs.resolve("bridges.sh").toString(), "up")
          .ok();
      String bridge = Names.bridge(network);
      lab.replaceFlows(bridge, ovs.resolve("flows/" + bridge + ".flows"));
      Random random = new Random(1);
      for (int i = 0; i < PACKETS; i++) {
        HostLayout.Adapter from = host.adapters().get(random.nextInt(host.adapters().size()));
        Packet packet = packet(network, host, from, random);
        Walk walk =
            forwarding.walk(new Place.Adapter(from.machine(), from.offset(), from.nic()), packet);
        boolean proved = prover.prove(cannotReach(packet)).outcome() == Verdict.Outcome.REFUTED;
        Set<String> outputs =
            lab.trace(bridge, flow(network, from, packet), List.of("trk,new", "trk,new", "trk,new"))
                .outputs();
        String expected = walk.end() instanceof Place.Adapter a ? port(host, a) : "";
        boolean switched = !outputs.isEmpty();
        arrived += walk.arrives() ? 1 : 0;
        if (walk.arrives() != proved
            || walk.arrives() != switched
            || switched && !outputs.equals(Set.of(expected))) {
          differences.add(
              packet
                  + ": walk "
                  + walk.arrives()
                  + ", prover "
                  + proved
                  + ", switch "
                  + outputs
                  + " expected "
                  + expected);
        }
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(
        arrived > PACKETS / 10 && arrived < PACKETS * 9 / 10,
        arrived + " of " + PACKETS + " arrived: a test of nothing");
  }

  private static Packet packet(
      Network network, HostLayout host, HostLayout.Adapter from, Random random) {
    Ip source = from.nic().at(from.offset()).get(0);
    List<Ip> targets = new ArrayList<>();
    for (HostLayout.Adapter to : host.adapters()) {
      if (!to.equals(from)) {
        Ip ip = to.nic().at(to.offset()).get(0);
        targets.addAll(List.of(ip, ip, ip, ip.next()));
      }
    }
    Ip target = targets.get(random.nextInt(targets.size()));
    Protocol protocol =
        List.of(Protocol.TCP, Protocol.TCP, Protocol.UDP, Protocol.ICMP).get(random.nextInt(4));
    int port =
        random.nextInt(4) == 0
            ? 1 + random.nextInt(65535)
            : BORDERS[random.nextInt(BORDERS.length)];
    return Packet.opening(source, target, protocol, port);
  }

  private static Assertion cannotReach(Packet packet) {
    int port = packet.destinationPort();
    int last = packet.protocol().hasPorts() ? port : 65535;
    Traffic traffic = new Traffic("it", List.of(new Traffic.Match(packet.protocol(), port, last)));
    return new Assertion(
        "it",
        new Claim.Reach(
            Claim.Mode.CANNOT_REACH,
            literal(packet.source()),
            literal(packet.destination()),
            traffic),
        Origin.NONE);
  }

  private static Endpoints literal(Ip ip) {
    return new Endpoints(ip.toString(), List.of(new Member.Literal(IpSet.of(ip))), List.of());
  }

  private static String flow(Network network, HostLayout.Adapter from, Packet packet) {
    Nic nic = from.nic();
    String router =
        network.routers().get(0).ports().stream()
            .filter(p -> p.segment().equals(nic.segment()))
            .findFirst()
            .orElseThrow()
            .mac()
            .toString();
    String head =
        "in_port=%d,dl_src=%s,dl_dst=%s,nw_ttl=64,nw_src=%s,nw_dst=%s,"
            .formatted(
                from.port(), nic.mac(from.offset()), router, packet.source(), packet.destination());
    return switch (packet.protocol()) {
      case TCP ->
          "tcp," + head + "tcp_src=49152,tcp_dst=" + packet.destinationPort() + ",tcp_flags=syn";
      case UDP -> "udp," + head + "udp_src=49152,udp_dst=" + packet.destinationPort();
      default -> "icmp," + head + "icmp_type=8,icmp_code=0";
    };
  }

  private static String port(HostLayout host, Place.Adapter place) {
    return host.adapters().stream()
        .filter(a ->
            a.machine().equals(place.machine())
                && a.offset() == place.offset()
                && a.nic().equals(place.nic()))
        .findFirst()
        .orElseThrow()
        .tap();
  }
}
