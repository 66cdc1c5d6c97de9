package org.vmn.runtime.simulate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;

/**
 * What came out of a scenario. All times are nanoseconds of simulated time. Figures leave the
 * warm-up out, timelines don't.
 *
 * @param balancers those that were asked, in order of declaration
 * @param programs those that were asked, through a balancer or not, in order of declaration
 * @param machines replicas that serve what was asked, in order of declaration
 * @param hosts those with machines on them or work to do, in order of declaration
 * @param uplinks those that carried anything, in order of declaration
 * @param links physical wires that carried anything, in order of declaration
 * @param happenings what happened, in order of time
 * @param takeovers protected machines that failed
 * @param verdicts one for each expectation, in their order
 */
public record SimulationResult(
    String network,
    String scenario,
    long seed,
    long durationNanos,
    long warmupNanos,
    List<OfService> balancers,
    List<OfService> programs,
    List<OfMachine> machines,
    List<OfHost> hosts,
    List<OfWire> uplinks,
    List<OfWire> links,
    List<Happening> happenings,
    List<Takeover> takeovers,
    List<Verdict> verdicts) {
  public SimulationResult {
    balancers = List.copyOf(balancers);
    programs = List.copyOf(programs);
    machines = List.copyOf(machines);
    hosts = List.copyOf(hosts);
    uplinks = List.copyOf(uplinks);
    links = List.copyOf(links);
    happenings = List.copyOf(happenings);
    takeovers = List.copyOf(takeovers);
    verdicts = List.copyOf(verdicts);
  }

  /** Whether every expectation was met. */
  public boolean passed() {
    return verdicts.stream().allMatch(Verdict::passed);
  }

  /**
   * What those saw who asked a balancer or a program. {@code offered} is {@code served} and {@code
   * lost} and {@code inFlight} together.
   *
   * @param name of a balancer, or {@code machine.program}
   * @param inFlight requests neither answered nor given up at the end
   * @param losses how many were lost for each reason that occurred
   * @param refusals what the policy or the routing said to those DENIED or UNREACHABLE, the most
   *     frequent first
   * @param servedPerSecond over the time after the warm-up
   * @param latency of those served, from the first byte sent to the last received; null when none
   *     was
   */
  public record OfService(
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
    public OfService {
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
   * A service's figures over time.
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
   * @param utilisation fraction of its processors' time while it ran
   * @param failed whether it failed in the scenario
   */
  public record OfMachine(Ref machine, long served, double utilisation, boolean failed) {}

  /**
   * @param utilisation fraction of its processors' time while it ran; -1 when their number isn't
   *     stated
   */
  public record OfHost(Ref host, double utilisation) {}

  /**
   * An uplink, seen from its host, or a link, seen from its first end.
   *
   * @param name such as {@code kvm[1].eno1}
   * @param bytesOut on the wire, with all headers
   * @param out fraction of the capacity that was used; -1 when the speed isn't stated
   */
  public record OfWire(String name, long bytesOut, long bytesIn, double out, double in) {}

  /**
   * Something that happened, because the scenario says so or as a consequence.
   *
   * @param element what it happened to
   * @param text what happened, in words
   */
  public record Happening(long atNanos, Kind kind, String element, String text) {
    /** Sorts of happenings. */
    public enum Kind {
      FAILED,
      RESTORED,
      IMPAIRED,
      NOTICED,
      MIGRATING,
      MIGRATED,
      SCALED,
      BOOTED,
      QUARANTINED,
      MAINTENANCE,
      COPIED,
      TAKEN_OVER,
      REFUSED
    }
  }

  /**
   * A protected machine that failed with its host.
   *
   * @param rpoNanos the age of its newest copy: work that is lost
   * @param rtoNanos from the failure until it ran elsewhere; -1 when it didn't by the end
   */
  public record Takeover(Ref machine, long failedAtNanos, long rpoNanos, long rtoNanos) {}

  /**
   * Whether an expectation was met.
   *
   * @param text of the expectation, as the source writes it
   * @param subject whose figure, by name
   * @param measured in the metric's unit; null when there was nothing to measure, which fails
   * @param explanation the measured figure in words
   */
  public record Verdict(
      String text,
      Expectation.Metric metric,
      double percentile,
      String subject,
      @Nullable Double measured,
      double bound,
      boolean passed,
      String explanation,
      Origin origin) {}
}
