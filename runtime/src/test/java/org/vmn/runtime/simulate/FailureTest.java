package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.bench;
import static org.vmn.runtime.TestNetworks.failing;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.outside;
import static org.vmn.runtime.TestNetworks.shop;
import static org.vmn.runtime.TestNetworks.story;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;

/** What failures cost, by arithmetic. */
class FailureTest {
  private static Element host(String name) {
    return new Element.OfHost(Ref.parse(name));
  }

  private static Element machine(String name) {
    return new Element.OfMachine(Ref.parse(name));
  }

  private static final Options OPTIONS = Options.seeded(7);

  private static SimulationResult.OfService shopWith(
      Balancer.Algorithm algorithm, int rate, int seconds, int at, Element failing)
      throws SimulationException {
    return Simulator.run(
            shop(4, 4, algorithm, 0),
            failing(story(seconds, load(outside("internet"), rate)), at, failing),
            OPTIONS)
        .balancers()
        .get(0);
  }

  private static long lost(SimulationResult.OfService balancer, Loss loss) {
    return balancer.losses().getOrDefault(loss, 0L);
  }

  /**
   * Half of the targets die at 31 s. Checks at 35, 40 and 45 s fail: for 14 s every second request
   * is lost, give or take what a Poisson process gives or takes.
   */
  @Test
  void hostOfHalfTheTargets() throws SimulationException {
    for (Balancer.Algorithm algorithm :
        Set.of(Balancer.Algorithm.ROUND_ROBIN, Balancer.Algorithm.RANDOM)) {
      SimulationResult.OfService www = shopWith(algorithm, 1000, 60, 31, host("kvm[1]"));
      double expected = 14 * 1000 / 2.0;
      Poisson.assertCount(expected, lost(www, Loss.TARGET_DOWN));
      assertTrue(lost(www, Loss.TARGET_FAILED) < 20, www.losses().toString());
      // Given up a second later, and never again.
      for (int second = 0; second < 60; second++) {
        long gone = www.timeline().moments().get(second).lost();
        assertEquals(second < 32 || second > 45, gone < 20, "second " + second + ": " + gone);
      }
    }
  }

  @Test
  void oneTargetOfFour() throws SimulationException {
    SimulationResult.OfService www =
        shopWith(Balancer.Algorithm.ROUND_ROBIN, 1000, 60, 20, machine("web[2]"));
    // At the very moment of a check, which then fails: 20, 25 and 30 s.
    double expected = 10 * 1000 / 4.0;
    Poisson.assertCount(expected, lost(www, Loss.TARGET_DOWN));
  }

  /** Requests that hang count as open: the dead target gets few. */
  @Test
  void leastConnectionsAvoidsWhatDoesNotAnswer() throws SimulationException {
    SimulationResult.OfService www =
        shopWith(Balancer.Algorithm.LEAST_CONNECTIONS, 1000, 60, 31, host("kvm[1]"));
    assertTrue(lost(www, Loss.TARGET_DOWN) > 0);
    assertTrue(lost(www, Loss.TARGET_DOWN) < 14 * 1000 / 20, www.losses().toString());
  }

  /** Nobody outside reaches the address any more, though all targets live. */
  @Test
  void gatewayHost() throws SimulationException {
    SimulationResult.OfService www =
        shopWith(Balancer.Algorithm.ROUND_ROBIN, 1000, 60, 40, host("kvm[3]"));
    // The last second's clients still wait.
    double expected = 19 * 1000;
    Poisson.assertCount(expected, lost(www, Loss.GATEWAY_DOWN));
    assertEquals(0, www.timeline().moments().get(50).served());
    Poisson.assertCount(1000, www.inFlight());
  }

  @Test
  void allTargets() throws SimulationException {
    Network network = bench(2, 4, Balancer.Algorithm.ROUND_ROBIN);
    SimulationResult.OfService www =
        Simulator.run(
                network,
                failing(story(60, load(all(network, "c"), 100)), 20, host("host")),
                OPTIONS)
            .balancers()
            .get(0);
    // Clients are on the same host: nobody asks any more.
    Poisson.assertCount(2000, www.offered());
    assertEquals(0, www.inFlight());
  }

  @Test
  void nobodyLeftToChoose() throws SimulationException {
    Network network = bench(1, 4, Balancer.Algorithm.LEAST_CONNECTIONS);
    SimulationResult.OfService www =
        Simulator.run(
                network,
                failing(story(60, load(all(network, "c"), 100)), 20, machine("web[1]")),
                OPTIONS)
            .balancers()
            .get(0);
    Poisson.assertCount(1000, lost(www, Loss.TARGET_DOWN));
    Poisson.assertCount(3000, lost(www, Loss.NO_TARGET));
  }

  @Test
  void nothingServedIsNoLatency() throws SimulationException {
    Network network = bench(1, 4, Balancer.Algorithm.RANDOM);
    SimulationResult.OfService www =
        Simulator.run(
                network,
                failing(story(10, load(all(network, "c"), 100)), 0, machine("web[1]")),
                OPTIONS)
            .balancers()
            .get(0);
    assertNull(www.latency());
    assertEquals(0, www.served());
  }
}
