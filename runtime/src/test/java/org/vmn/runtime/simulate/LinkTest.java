package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.downloads;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.outside;
import static org.vmn.runtime.TestNetworks.shop;
import static org.vmn.runtime.TestNetworks.story;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Network;

/** Links: what they carry, how long it takes, what they drop. */
class LinkTest {
  // 30 KiB in packets of 1500 bytes less 40 of headers; each with Ethernet's 38, a VLAN tag, or
  // Geneve's 58 around.
  private static final int PACKETS = 22;
  private static final long VLAN_BYTES = 30720 + PACKETS * (40 + 38 + 4);
  private static final long GENEVE_BYTES = 30720 + PACKETS * (40 + 38 + 58);
  private static final long MBPS = 1_000_000;

  private static SimulationResult run(long bitsPerSecond, double rate, int seconds, Options options)
      throws SimulationException {
    return Simulator.run(
        shop(2, 4, Balancer.Algorithm.ROUND_ROBIN, bitsPerSecond),
        story(seconds, load(outside("internet"), rate)),
        options);
  }

  private static double mean(SimulationResult result) {
    return Objects.requireNonNull(result.balancers().get(0).latency()).mean();
  }

  @Test
  void countsHeaders() throws SimulationException {
    SimulationResult result = run(0, 100, 100, Options.seeded(1));
    SimulationResult.OfWire first = result.uplinks().get(0);
    SimulationResult.OfWire gateway = result.uplinks().get(2);
    assertEquals("kvm[1].eno1", first.name());
    assertEquals("kvm[3].eno1", gateway.name());
    assertEquals(GENEVE_BYTES * result.machines().get(0).served(), first.bytesOut());
    double requests = result.balancers().get(0).offered();
    assertEquals(VLAN_BYTES + 2048 + 2 * (40 + 38 + 58), gateway.bytesOut() / requests, 1);
    assertEquals(-1, first.out());
  }

  /** Without limits only latency remains: 20 µs for each uplink passed, six there and back. */
  @Test
  void addsLatency() throws SimulationException {
    SimulationResult result = run(0, 100, 10, Options.seeded(1).withDemandNanos(0));
    assertEquals(6 * 20_000, mean(result), 1);
  }

  private static SimulationResult pair(long uplinks, long adapter, double rate, int seconds)
      throws SimulationException {
    Network network = TestNetworks.pair(uplinks, adapter);
    return Simulator.run(
        network,
        story(seconds, downloads(all(network, "c"), rate)),
        Options.seeded(1).withDemandNanos(0));
  }

  /**
   * One packet after the other: the last leaves the client's uplink one packet's time after it
   * came.
   */
  @Test
  void worksOnAllLinksAtTheSameTime() throws SimulationException {
    double nanosPerByte = 8e9 / (100 * MBPS);
    double request = 2 * 82 * nanosPerByte;
    double response = (VLAN_BYTES + 1500 + 42) * nanosPerByte;
    assertEquals(request + response + 4 * 20_000, mean(pair(100 * MBPS, 0, 0.1, 1000)), 10);
  }

  /**
   * Messages of equal length in a Poisson stream wait rho / (2 (1 - rho)) of their own time
   * (M/D/1).
   */
  @Test
  void waitsLikeMD1() throws SimulationException {
    double own = VLAN_BYTES * 8e9 / (100 * MBPS);
    double idle = mean(pair(100 * MBPS, 0, 0.1, 1000));
    SimulationResult busy = pair(100 * MBPS, 0, 0.7 * 1e9 / own, 2000);
    double wait = 0.7 / (2 * 0.3) * own;
    assertEquals(0.7, busy.uplinks().get(0).out(), 0.005);
    assertEquals(0.7, busy.uplinks().get(1).in(), 0.005);
    assertEquals(wait, mean(busy) - idle, 0.03 * wait);
  }

  @Test
  void limitsAdapters() throws SimulationException {
    double own = (30720 + PACKETS * (40 + 14)) * 8e9 / (100 * MBPS);
    SimulationResult busy = pair(0, 100 * MBPS, 0.7 * 1e9 / own, 2000);
    double wait = 0.7 / (2 * 0.3) * own;
    assertEquals(wait, mean(busy) - mean(pair(0, 100 * MBPS, 0.1, 1000)), 0.03 * wait);
  }

  /** Twice as much as fits: what fits is carried, the link is busy, the rest is dropped. */
  @Test
  void dropsWhatDoesNotFit() throws SimulationException {
    double most = 1e9 / (VLAN_BYTES * 8e9 / (100 * MBPS));
    SimulationResult result = pair(100 * MBPS, 0, 2 * most, 60);
    SimulationResult.OfService www = result.balancers().get(0);
    assertEquals(1, result.uplinks().get(0).out(), 0.001);
    assertEquals(0.5, (double) www.losses().getOrDefault(Loss.LINK_FULL, 0L) / www.offered(), 0.02);
    assertEquals(most, www.servedPerSecond(), 0.01 * most);
    assertTrue(Objects.requireNonNull(www.latency()).max() < 110_000_000);
  }

  /** Whatever the figures, time goes on. */
  @Test
  void bearsAbsurdFigures() throws SimulationException {
    SimulationResult.OfService www = pair(1, 1, 10, 10).balancers().get(0);
    assertEquals(0, www.served());
    assertEquals(www.offered(), www.lost() + www.inFlight());
  }
}
