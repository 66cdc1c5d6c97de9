package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.pair;
import static org.vmn.runtime.TestNetworks.shop;
import static org.vmn.runtime.simulate.Change.SECOND;
import static org.vmn.runtime.simulate.Change.happened;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.simulate.SimulationResult.Happening;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/** Machines that move, by the formulas of pre-copy. */
class MigrationTest {
  private static final double MEMORY = 4.0 * (1L << 30);
  private static final double GIGABIT = 1e9 / 8;

  private static Event move(int seconds, String machine, String host) {
    return new Event.Migrate(seconds * SECOND, Ref.parse(machine), Ref.parse(host), at(9));
  }

  private static SimulationResult run(
      Network network, int seconds, List<Load> loads, Event... events) throws SimulationException {
    return Simulator.run(network, Change.story(seconds, loads, List.of(events)), Options.seeded(4));
  }

  /** An idle machine changes 1 MiB/s: one round of everything, one of what changed meanwhile. */
  @Test
  void idleMachine() throws SimulationException {
    SimulationResult result = run(pair(1_000_000_000, 0), 100, List.of(), move(10, "c", "kvm[1]"));
    double first = MEMORY / GIGABIT;
    double second = first * (1 << 20) / GIGABIT;
    Happening moved = happened(result, Kind.MIGRATED).get(0);
    assertEquals(10 + first + second, moved.atNanos() / 1e9, 0.001);
    assertEquals(
        String.format(
            java.util.Locale.ROOT,
            "moved to kvm[1] in %.1f s, held for %.0f ms",
            first + second,
            second * 1000),
        moved.text());
    assertEquals(MEMORY * (1 + second / first), result.uplinks().get(1).bytesOut(), 10);
  }

  /** Two machines share the wire that both leave by: each takes about twice as long. */
  @Test
  void twoAtATime() throws SimulationException {
    Network network = shop(4, 1, Balancer.Algorithm.ROUND_ROBIN, 10_000_000_000L);
    SimulationResult one = run(network, 100, List.of(), move(1, "web[1]", "kvm[3]"));
    SimulationResult two =
        run(network, 100, List.of(), move(1, "web[1]", "kvm[3]"), move(1, "web[3]", "kvm[2]"));
    double alone = happened(one, Kind.MIGRATED).get(0).atNanos() / 1e9 - 1;
    assertEquals(MEMORY / (10 * GIGABIT), alone, 0.02 * alone);
    assertEquals(2, happened(two, Kind.MIGRATED).size());
    for (Happening moved : happened(two, Kind.MIGRATED)) {
      assertEquals(2 * alone, moved.atNanos() / 1e9 - 1, 0.03 * alone);
    }
  }

  /** It serves on, and where it is gone to it survives the host that it left. */
  @Test
  void servesMeanwhileAndAfterwards() throws SimulationException {
    Network network = shop(1, 4, Balancer.Algorithm.ROUND_ROBIN, 10_000_000_000L);
    SimulationResult result =
        run(
            network,
            60,
            List.of(load(TestClients.INTERNET, 500)),
            move(5, "web[1]", "kvm[2]"),
            new Event.Fail(40 * SECOND, new Element.OfHost(Ref.parse("kvm[1]")), at(9)));
    assertEquals(1, happened(result, Kind.MIGRATED).size());
    SimulationResult.OfService www = result.balancers().get(0);
    assertEquals(0, www.lost(), www.losses().toString());
    assertEquals(www.offered(), www.served() + www.inFlight());
  }

  /** What can't move says why, and stays. */
  @Test
  void refusals() throws SimulationException {
    Network network = pair(1_000_000_000, 0);
    assertEquals(
        "can't move to kvm[2]: it is there",
        happened(run(network, 10, List.of(), move(1, "c", "kvm[2]")), Kind.REFUSED).get(0).text());
    SimulationResult cut =
        run(
            network,
            100,
            List.of(),
            move(1, "c", "kvm[1]"),
            new Event.Fail(5 * SECOND, new Element.OfHost(Ref.parse("kvm[1]")), at(9)));
    assertEquals("its migration is given up", happened(cut, Kind.REFUSED).get(0).text());
    assertTrue(happened(cut, Kind.MIGRATED).isEmpty());
  }

  /** A host is emptied, goes down, and comes back; who asks hardly notices. */
  @Test
  void maintenance() throws SimulationException {
    Network network = shop(4, 4, Balancer.Algorithm.ROUND_ROBIN, 10_000_000_000L);
    SimulationResult result =
        run(
            network,
            120,
            List.of(load(TestClients.INTERNET, 500)),
            new Event.Maintain(10 * SECOND, Ref.parse("kvm[1]"), 20 * SECOND, at(9)));
    assertEquals(3, happened(result, Kind.MIGRATED).size());
    long down = happened(result, Kind.FAILED).get(0).atNanos();
    long back = happened(result, Kind.RESTORED).get(0).atNanos();
    assertEquals(20 * SECOND, back - down);
    assertEquals(0, result.balancers().get(0).lost());
  }

  /** Requests and a long transfer on one wire: both go on, and both are slower. */
  @Test
  void transfersAndRequestsShare() throws SimulationException {
    Network network = pair(1_000_000_000, 0);
    Load transfer =
        new Load.Transfers(all(network, "c"), all(network, "web"), 1_000_000_000, 0, 0, at(3));
    Load requests = load(all(network, "c"), 1000);
    SimulationResult alone = run(network, 30, List.of(transfer));
    SimulationResult both = run(network, 30, List.of(transfer, requests));
    double first = happened(alone, Kind.COPIED).get(0).atNanos() / 1e9;
    double second = happened(both, Kind.COPIED).get(0).atNanos() / 1e9;
    // 684,932 packets of 1460 bytes of payload, with 82 bytes of headers each.
    assertEquals(8 + 8e-9 * 684_932 * 82, first, 0.01);
    // Requests of 2 KiB take 1000 * 2212 * 8 = 18 Mbit/s of the wire that the data takes.
    assertEquals(first / (1 - 0.0177), second, 0.05);
    assertTrue(both.balancers().get(0).served() > 29_000);
  }
}
