package org.vmn.runtime.simulate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.UplinkRef;

/**
 * What came out of a scenario. All times are nanoseconds of simulated time.
 *
 * @param balancers those that a load goes to, in order of declaration
 * @param machines replicas that serve these balancers, in order of declaration
 * @param uplinks those that carried anything, in order of declaration
 * @param verdicts one for each expectation, in their order
 */
public record SimulationResult(
    String network,
    String scenario,
    long seed,
    long durationNanos,
    List<OfBalancer> balancers,
    List<OfMachine> machines,
    List<OfUplink> uplinks,
    List<Verdict> verdicts) {
  public SimulationResult {
    balancers = List.copyOf(balancers);
    machines = List.copyOf(machines);
    uplinks = List.copyOf(uplinks);
    verdicts = List.copyOf(verdicts);
  }

  /** Whether every expectation was met. */
  public boolean passed() {
    return verdicts.stream().allMatch(Verdict::passed);
  }

  /**
   * What a balancer's clients saw. {@code offered} is {@code served} and {@code lost} and {@code
   * inFlight} together.
   *
   * @param inFlight requests neither answered nor given up at the end
   * @param losses how many were lost for each reason that occurred
   * @param refusals what the policy or the routing said to those DENIED or UNREACHABLE, the most
   *     frequent first
   * @param servedPerSecond over the whole scenario
   * @param latency of those served, from the first byte sent to the last received; null when none
   *     was
   */
  public record OfBalancer(
      String name,
      long offered,
      long served,
      long lost,
      long inFlight,
      Map<Loss, Long> losses,
      List<Refusal> refusals,
      double servedPerSecond,
      @Nullable Latency latency,
      Timeline timeline) {
    public OfBalancer {
      losses = Collections.unmodifiableMap(new TreeMap<>(losses));
      refusals = List.copyOf(refusals);
    }
  }

  /** Percentiles are right to one in a thousand; mean and maximum are exact. */
  public record Latency(double mean, long p50, long p90, long p99, long p999, long max) {}

  /**
   * What decided that requests didn't pass.
   *
   * @param where the element that dropped them, such as {@code web[1]} or {@code router edge}
   * @param what the rule, or what the element says
   */
  public record Refusal(Loss loss, String where, String what, long count, Origin origin) {}

  /**
   * A balancer's figures over time.
   *
   * @param bucketNanos how much time a moment stands for: a second, or more in scenarios longer
   *     than an hour
   */
  public record Timeline(long bucketNanos, List<Moment> moments) {
    public Timeline {
      moments = List.copyOf(moments);
    }
  }

  /**
   * Requests are counted when they are offered, answered and given up.
   *
   * @param p99 latency of those answered, right to one in a hundred; -1 when none was
   */
  public record Moment(long offered, long served, long lost, long p99) {}

  /**
   * @param utilisation fraction of its processors' time until the end or its failure
   * @param failed whether it failed in the scenario
   */
  public record OfMachine(Ref machine, long served, double utilisation, boolean failed) {}

  /**
   * @param bytesOut on the wire from the host, with all headers
   * @param out fraction of the capacity from the host that was used; -1 when the speed isn't stated
   */
  public record OfUplink(UplinkRef uplink, long bytesOut, long bytesIn, double out, double in) {}

  /**
   * Whether an expectation was met.
   *
   * @param text of the expectation, as the source writes it
   * @param measured in the metric's unit; null when there was nothing to measure, which fails
   * @param explanation the measured figure in words
   */
  public record Verdict(
      String text,
      Expectation.Metric metric,
      double percentile,
      String balancer,
      @Nullable Double measured,
      double bound,
      boolean passed,
      String explanation,
      Origin origin) {}
}
