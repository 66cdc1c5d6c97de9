package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.story;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Service;

/** Long messages share links, and wait for nobody's end. */
class FreightTest {
  private static final long BYTES = 4 << 20;
  private static final double GIGABIT = 1e9 / 8;

  // 1460 bytes to a packet, with 40 of headers, Ethernet's 38 and a VLAN tag around.
  private static final double WIRE = BYTES + Math.ceil(BYTES / 1460.0) * (40 + 38 + 4);

  private static SimulationResult run(double rate, int seconds, long timeoutNanos)
      throws SimulationException {
    Network network = TestNetworks.pair(1_000_000_000, 0);
    Load load =
        new Load.Requests(
            all(network, "c"),
            new Service.AtBalancer("www"),
            List.of(new Load.Point(0, rate)),
            100,
            BYTES,
            timeoutNanos,
            at(22));
    return Simulator.run(network, story(seconds, load), Options.seeded(1).withDemandNanos(0));
  }

  /** M/G/1 with processor sharing: x / (1 - rho), whatever the lengths are (Kleinrock, 1976). */
  @Test
  void sharesLikeAProcessor() throws SimulationException {
    double own = WIRE / GIGABIT * 1e9;
    SimulationResult result = run(0.7 * 1e9 / own, 2000, 60_000_000_000L);
    SimulationResult.OfService www = result.balancers().get(0);
    assertEquals(0, www.lost());
    assertEquals(0.7, result.uplinks().get(0).out(), 0.02);
    double mean = Objects.requireNonNull(www.latency()).mean();
    assertEquals(own / 0.3, mean, 0.05 * own / 0.3);
  }

  /** Who gives up takes nothing more: the link is busy, but all that it carries is wanted. */
  @Test
  void stopsWhatNobodyWaitsFor() throws SimulationException {
    SimulationResult result = run(60, 60, 1_000_000_000);
    SimulationResult.OfService www = result.balancers().get(0);
    assertTrue(www.lost() > 0);
    assertEquals(www.lost(), www.losses().getOrDefault(Loss.TIMEOUT, 0L));
    assertEquals(www.offered(), www.served() + www.lost() + www.inFlight());
    assertTrue(result.uplinks().get(0).out() > 0.95);
    assertTrue(Objects.requireNonNull(www.latency()).max() <= 1_000_000_000);
  }
}
