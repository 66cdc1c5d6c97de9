package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.machine;
import static org.vmn.runtime.TestNetworks.network;
import static org.vmn.runtime.TestNetworks.nic;
import static org.vmn.runtime.TestNetworks.onHost;
import static org.vmn.runtime.TestNetworks.prefixes;
import static org.vmn.runtime.TestNetworks.shop;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Segment;

/** What much costs, and what doesn't depend on how it is run. */
class ScaleTest {
  private static final int IDLE = 1_000_000;

  /** A million machines that nobody asks. */
  @Test
  void idleMachinesCostLittle() throws SimulationException {
    Segment lan =
        new Segment(
            "lan",
            new Segment.Local(),
            prefixes("10.0.0.0/8"),
            1500,
            false,
            null,
            null,
            null,
            TestNetworks.at(3));
    Network bench = TestNetworks.bench(2, 1, Balancer.Algorithm.RANDOM);
    Machine web =
        machine("web", new Replicas(2, true), 1, onHost(2, "host"), nic(lan, 1, 1000, 2, 0));
    Machine idle =
        machine(
            "idle", new Replicas(IDLE, true), 1, onHost(IDLE, "host"), nic(lan, 9, 5000, IDLE, 0));
    Network network =
        network("many", 0)
            .hosts(bench.hosts().get(0))
            .segments(lan)
            .machines(web, idle)
            .balancers(bench.balancers().get(0))
            .build();
    Scenario story = TestNetworks.story(10, load(all(network, "web"), 100));
    long before = used();
    long[] after = {0};
    SimulationResult result =
        Simulator.run(
            network,
            story,
            Options.seeded(1)
                .withProgress(fraction -> {
                  after[0] = fraction == 1 ? used() : after[0];
                }));
    assertTrue(result.balancers().get(0).served() > 800);
    double each = (double) (after[0] - before) / IDLE;
    assertTrue(each < 50, each + " bytes each");
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Many runs at the same time come to the same bytes as one alone. */
  @Test
  void threadsDontMatter() {
    Network network = shop();
    String alone = report(network);
    List<String> together =
        IntStream.range(0, 16).parallel().mapToObj(i -> report(network)).distinct().toList();
    assertEquals(List.of(alone), together);
  }

  private static String report(Network network) {
    try {
      return SimulationReport.toJson(
          Simulator.run(network, network.scenarios().get(0), Options.seeded(11)));
    } catch (SimulationException e) {
      throw new AssertionError(e);
    }
  }
}
