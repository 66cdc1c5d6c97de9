package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.bench;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.story;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;

/**
 * Queues whose figures are known in closed form (Kleinrock: Queueing Systems I, 1975). Tolerances
 * are about three standard errors of the estimate; the seeds are fixed.
 */
class QueueingTest {
  private static final double MEAN_SERVICE = 1e6;
  private static final Options PATIENT =
      Options.seeded(1).withTimeoutNanos(1_000_000_000_000L).withQueue(Integer.MAX_VALUE);

  private static SimulationResult.OfService run(Network network, double rate, int seconds)
      throws SimulationException {
    Scenario story = story(seconds, load(all(network, "c"), rate));
    SimulationResult result = Simulator.run(network, story, PATIENT);
    double utilisation = rate * MEAN_SERVICE / 1e9;
    double cpus = result.machines().size() * network.machines().get(0).cpu();
    double measured =
        result.machines().stream().mapToDouble(m -> m.utilisation()).average().orElseThrow();
    assertEquals(utilisation / cpus, measured, 0.01);
    assertEquals(0, result.balancers().get(0).lost());
    return result.balancers().get(0);
  }

  private static SimulationResult.Latency latency(SimulationResult.OfService balancer) {
    return Objects.requireNonNull(balancer.latency());
  }

  /** The time in the system is exponential with mean 1 / (mu - lambda). */
  @Test
  void oneServer() throws SimulationException {
    double mean = 1e9 / (1000 - 800);
    SimulationResult.Latency latency =
        latency(run(bench(1, 1, Balancer.Algorithm.ROUND_ROBIN), 800, 800));
    assertEquals(mean, latency.mean(), 0.03 * mean);
    assertEquals(mean * Math.log(2), (double) latency.p50(), 0.03 * mean * Math.log(2));
    assertEquals(mean * Math.log(100), (double) latency.p99(), 0.06 * mean * Math.log(100));
  }

  /** Erlang's C formula. */
  @Test
  void severalServersWithOneQueue() throws SimulationException {
    double wait = erlangC(4, 3.4) / (4000 - 3400) * 1e9;
    SimulationResult.Latency latency =
        latency(run(bench(1, 4, Balancer.Algorithm.ROUND_ROBIN), 3400, 200));
    assertEquals(wait + MEAN_SERVICE, latency.mean(), 0.03 * (wait + MEAN_SERVICE));
  }

  private static double erlangC(int servers, double load) {
    double term = 1;
    double sum = 0;
    for (int k = 0; k < servers; k++) {
      sum += term;
      term *= load / (k + 1);
    }
    double waiting = term * servers / (servers - load);
    return waiting / (sum + waiting);
  }

  /** A random choice splits a Poisson stream into independent Poisson streams. */
  @Test
  void randomChoiceIsManySingleQueues() throws SimulationException {
    double mean = 1e9 / (1000 - 600);
    SimulationResult.Latency latency =
        latency(run(bench(10, 1, Balancer.Algorithm.RANDOM), 6000, 60));
    assertEquals(mean, latency.mean(), 0.02 * mean);
  }

  /** Known order: the less random or the better informed the choice, the shorter the wait. */
  @Test
  void betterAlgorithmsWaitLess() throws SimulationException {
    double random = latency(run(bench(10, 1, Balancer.Algorithm.RANDOM), 8000, 40)).mean();
    double turns = latency(run(bench(10, 1, Balancer.Algorithm.ROUND_ROBIN), 8000, 40)).mean();
    double least =
        latency(run(bench(10, 1, Balancer.Algorithm.LEAST_CONNECTIONS), 8000, 40)).mean();
    double shared = erlangC(10, 8) / (10000 - 8000) * 1e9 + MEAN_SERVICE;
    org.junit.jupiter.api.Assertions.assertTrue(
        random > turns && turns > least && least > shared,
        random + " " + turns + " " + least + " " + shared);
  }

  /** Rates that rise: the number of arrivals is Poisson with the mean of the integral. */
  @Test
  void risingRate() throws SimulationException {
    Network network = bench(4, 4, Balancer.Algorithm.RANDOM);
    Scenario story = story(100, load(all(network, "c"), 100, 0, 10_000));
    SimulationResult.OfService www = Simulator.run(network, story, PATIENT).balancers().get(0);
    Poisson.assertCount(500_000, www.offered());
    long firstHalf =
        www.timeline().moments().subList(0, 50).stream().mapToLong(m -> m.offered()).sum();
    Poisson.assertCount(125_000, firstHalf);
  }
}
