package org.vmn.runtime.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.prove.Verdict.Outcome;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Equal routes, whose combinations double at every router that a packet passes. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CirclesTest {
  private static final String FAR = "10.5.0.0/16";

  private final List<Segment> segments = new ArrayList<>();
  private final List<Router> routers = new ArrayList<>();
  private final List<Firewall> firewalls = new ArrayList<>();

  private Segment segment(String name, String subnet) {
    Segment segment =
        new Segment(
            name,
            new Segment.Local(),
            List.of(Prefix.parse(subnet)),
            1500,
            false,
            null,
            null,
            null,
            at(1));
    segments.add(segment);
    return segment;
  }

  private static Router.Route route(Segment on, int via) {
    return new Router.Route(
        Prefix.parse(FAR), on.subnets().get(0).first().plus(via), on.name(), null, at(2));
  }

  private void router(String name, int own, List<Segment> on, List<Router.Route> routes) {
    List<Router.Port> ports =
        on.stream()
            .map(s ->
                new Router.Port(
                    s.name(), List.of(s.subnets().get(0).first().plus(own)), new Mac(own), at(3)))
            .toList();
    routers.add(
        new Router(name, ports, routes, List.of(), List.of(), List.of(), false, null, null, at(4)));
  }

  private Verdict prove(Claim.Mode mode) {
    return prove(mode, Bounds.USUAL);
  }

  private Verdict prove(Claim.Mode mode, Bounds bounds) {
    Network network =
        TestNetworks.network("n", 1)
            .segments(segments.toArray(Segment[]::new))
            .routers(routers.toArray(Router[]::new))
            .firewalls(firewalls.toArray(Firewall[]::new))
            .machines(
                TestNetworks.machine(
                    "m",
                    new Replicas(1, false),
                    1,
                    TestNetworks.onHost(1, "kvm[1]"),
                    TestNetworks.nic(segments.get(0), 0x100, 16, 1, 0)))
            .policy(new Policy(true, false, List.of(), at(9)))
            .build();
    Claim claim =
        new Claim.Reach(
            mode,
            new Endpoints("m", List.of(new Member.Machines("m", 0, 0)), List.of()),
            new Endpoints(FAR, List.of(new Member.Literal(IpSet.of(ip("10.5.0.1")))), List.of()),
            null);
    return Prover.of(Forwarding.of(network), bounds).prove(new Assertion("claim", claim, at(8)));
  }

  /** Two routers, each with two ways to the other. */
  private void circle() {
    Segment near = segment("near", "10.0.0.0/24");
    Segment x = segment("x", "10.0.8.0/24");
    Segment y = segment("y", "10.0.9.0/24");
    router("a", 1, List.of(near, x, y), List.of(route(x, 2), route(y, 2)));
    router("b", 2, List.of(x, y), List.of(route(x, 1), route(y, 1)));
  }

  /** Routers in a row, with two links from each to the next. */
  private void ladder(int length) {
    Segment here = segment("near", "10.0.0.0/24");
    List<Segment> before = List.of(here);
    for (int i = 0; i < length; i++) {
      List<Segment> ports = new ArrayList<>(before);
      Segment x = segment("x" + i, "10.1." + i + ".0/24");
      Segment y = segment("y" + i, "10.2." + i + ".0/24");
      ports.addAll(List.of(x, y));
      router("r" + i, i == 0 ? 1 : 2, ports, List.of(route(x, 2), route(y, 2)));
      before = List.of(x, y);
    }
    List<Segment> ports = new ArrayList<>(before);
    ports.add(segment("end", FAR));
    router("last", 2, ports, List.of());
  }

  @Test
  void whatGoesAroundArrivesNowhere() {
    circle();
    assertEquals(Outcome.PROVED, prove(Claim.Mode.CANNOT_REACH).outcome());
    Verdict verdict = prove(Claim.Mode.REACHES);
    assertEquals(Outcome.REFUTED, verdict.outcome());
    assertTrue(verdict.counterexample() != null && !verdict.counterexample().completes());
  }

  @Test
  void manyWaysWithOneOutcomeAreFollowedOnce() {
    ladder(30);
    assertEquals(Outcome.PROVED, prove(Claim.Mode.CANNOT_REACH).outcome());
  }

  /** Each way has a history of its own: whichever of the firewalls are passed. */
  @Test
  void waysThatAllDifferAreUndecided() {
    Segment before = segment("near", "10.0.0.0/24");
    for (int i = 0; i < 20; i++) {
      Segment middle = segment("m" + i, "10.1." + i + ".0/24");
      Segment x = segment("x" + i, "10.2." + i + ".0/24");
      Segment y = segment("y" + i, "10.3." + i + ".0/24");
      Segment end = segment("e" + i, "10.4." + i + ".0/24");
      router("in" + i, i == 0 ? 1 : 3, List.of(before, x, y), List.of(route(x, 2), route(y, 2)));
      router("up" + i, 2, List.of(x, end), List.of(route(end, 3)));
      router("down" + i, 2, List.of(y, middle, end), List.of(route(end, 3)));
      firewalls.add(new Firewall("f" + i, "up" + i, null, true, List.of(), at(5)));
      before = end;
    }
    router("last", 3, List.of(before, segment("far", FAR)), List.of());
    Verdict verdict = prove(Claim.Mode.CANNOT_REACH, new Bounds(1000, 0));
    assertEquals(Outcome.UNDECIDED, verdict.outcome());
    assertTrue(verdict.reason().contains("1000"), verdict.reason());
  }
}
