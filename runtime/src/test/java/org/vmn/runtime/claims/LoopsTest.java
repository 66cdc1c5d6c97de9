package org.vmn.runtime.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.ip;
import static org.vmn.runtime.TestNetworks.port;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Two routers that send what neither knows to each other. */
class LoopsTest {
  @Test
  void aLoopIsShownByAPacketThatGoesAround() {
    Finding finding = decide(true, "10.0.0.0/8", "10.0.0.0/8");
    assertEquals(Finding.Kind.FAILS, finding.kind());
    assertEquals(
        Step.Cause.LOOP, finding.walk() == null ? null : finding.walk().deciding().cause());
  }

  @Test
  void aLoopThatNoPacketGetsToIsNone() {
    assertEquals(Finding.Kind.HOLDS, decide(false, "10.0.0.0/8", "10.0.0.0/8").kind());
    assertEquals(Finding.Kind.HOLDS, decide(true, "10.0.2.0/24", "10.0.1.0/24").kind());
  }

  /** What forges needs no address of its own. */
  @Test
  void anAdapterWithoutAddressForgesToo() {
    Segment near = segment("near", "10.0.0.0/27");
    Segment aside = segment("aside", "10.0.8.0/24");
    Segment far = segment("far", "10.0.1.0/24");
    Machine forger = machine("forger", near, 0x100);
    Nic bare =
        new Nic("nic1", "near", new Mac(0x525400000007L), List.of(), 0, true, 0, null, null, at(9));
    Network network =
        TestNetworks.network("loop", 1)
            .hosts(TestNetworks.kvm(1, 0))
            .segments(near, aside, far)
            .routers(
                router("one", aside, near, "10.0.0.1", "10.0.9.0/24", "10.0.0.2"),
                router("two", far, near, "10.0.0.2", "10.0.0.0/29", "10.0.0.1"))
            .machines(
                TestNetworks.machine("forger", Replicas.ONE, 1, forger.placement(), bare),
                machine("target", far, 0x200))
            .policy(new Policy(true, false, List.of(), at(9)))
            .build();
    assertEquals(Finding.Kind.FAILS, decide(network).kind());
  }

  private static Finding decide(Network network) {
    return Claims.about(Forwarding.of(network))
        .decide(new Claim.NoLoops(), new Effort(1_000_000, 0, () -> false));
  }

  private static Finding decide(boolean allow, String there, String back) {
    Segment a = segment("a", "10.0.1.0/24");
    Segment mid = segment("mid", "10.0.9.0/24");
    Segment b = segment("b", "10.0.2.0/24");
    Network network =
        TestNetworks.network("loop", 1)
            .hosts(TestNetworks.kvm(1, 0))
            .segments(a, mid, b)
            .routers(
                router("one", a, mid, "10.0.9.1", there, "10.0.9.2"),
                router("two", b, mid, "10.0.9.2", back, "10.0.9.1"))
            .machines(machine("x", a, 0x100), machine("y", b, 0x200))
            .policy(new Policy(allow, false, List.of(), at(9)))
            .build();
    return decide(network);
  }

  private static Router router(
      String name, Segment near, Segment mid, String own, String destination, String via) {
    Router.Route route =
        new Router.Route(Prefix.parse(destination), ip(via), mid.name(), null, at(5));
    return new Router(
        name,
        List.of(port(near, own.hashCode() & 0xff), port(mid, own.hashCode() & 0x7f, own)),
        List.of(route),
        List.of(),
        List.of(),
        List.of(),
        false,
        null,
        null,
        at(4));
  }

  private static Segment segment(String name, String prefix) {
    return new Segment(
        name,
        new Segment.Local(),
        TestNetworks.prefixes(prefix),
        1500,
        false,
        null,
        null,
        null,
        at(2));
  }

  private static Machine machine(String name, Segment segment, int mac) {
    return TestNetworks.machine(
        name,
        Replicas.ONE,
        1,
        TestNetworks.onHost(1, "kvm[1]"),
        TestNetworks.nic(segment, mac, 10, 1, 0));
  }
}
