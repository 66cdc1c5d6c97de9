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
 * @param durationNanos how long was simulated
 * @param plannedNanos how long the scenario lasts; longer when the run was stopped before its end
 * @param balancers those that were asked, in order of declaration
 * @param programs those that were asked, through a balancer or not, in order of declaration
 * @param machines replicas that serve what was asked, in order of declaration
 * @param hosts those with machines on them or work to do, in order of declaration
 * @param uplinks those that carried anything, in order of declaration
 * @param links physical wires that carried anything, in order of declaration
 * @param happenings what happened, in order of time
 * @param takeovers protected machines that failed
 * @param loads of machines, hosts and wires over time, if they were to be kept
 * @param trace the way of the request that was to be followed
 * @param verdicts one for each expectation, in their order
 */
public record SimulationResult(
    String network,
    String scenario,
    long seed,
    long durationNanos,
    long plannedNanos,
    long warmupNanos,
    List<OfService> balancers,
    List<OfService> programs,
    List<OfMachine> machines,
    List<OfHost> hosts,
    List<OfWire> uplinks,
    List<OfWire> links,
    List<Happening> happenings,
    List<Takeover> takeovers,
    Loads loads,
    List<Hop> trace,
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
    trace = List.copyOf(trace);
    verdicts = List.copyOf(verdicts);
  }

  /** Whether it ran to the scenario's end. */
  public boolean complete() {
    return durationNanos == plannedNanos;
  }

  /** How many expectations were met, in as much of the scenario as was simulated. */
  public long met() {
    return verdicts.stream().filter(Verdict::passed).count();
  }

  /** Whether every expectation was met in the whole scenario. */
  public boolean passed() {
    return complete() && met() == verdicts.size();
  }

  /**
   * What those saw who asked a balancer or a program. {@code offered} is {@code served} and {@code
   * lost} and {@code inFlight} together.
   *
   * @param name of a balancer, or {@code machine.program}
   * @param inFlight requests neither answered nor given up at the end
   * @param retried how many of those offered were made again by a program that got no answer
   * @param losses how many were lost for each reason that occurred
   * @param refusals what the policy or the routing said to those DENIED or UNREACHABLE, the most
   *     frequent first
   * @param servedPerSecond over the time after the warm-up
   * @param latency of those served, from the first byte sent to the last received; null when none
   *     was
   * @param queue of a program: requests that waited for it, over all replicas
   */
  public record OfService(
      String name,
      long offered,
      long served,
      long lost,
      long inFlight,
      long retried,
      Map<Loss, Long> losses,
      List<Refusal> refusals,
      double servedPerSecond,
      @Nullable Latency latency,
      Queue queue,
      Timeline timeline) {
    public OfService {
      losses = Collections.unmodifiableMap(new TreeMap<>(losses));
      refusals = List.copyOf(refusals);
    }
  }

  /** Percentiles are right to one in a thousand; mean and maximum are exact. */
  public record Latency(double mean, long p50, long p90, long p99, long p999, long max) {}

  /** Requests that wait: their mean number over time, and the greatest. */
  public record Queue(double mean, int most) {}

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
   * @param served answers that it gave to requests sent after the warm-up; those that came too late
   *     or got lost are among them
   * @param utilisation fraction of its processors' time while it ran
   * @param failed whether it failed in the scenario
   * @param up whether it runs at the end
   */
  public record OfMachine(
      Ref machine, long served, double utilisation, boolean failed, boolean up) {
    /** What became of it, in words; empty when nothing did. */
    public String fate() {
      return !failed ? "" : up ? "failed, runs again" : "failed";
    }
  }

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
   * How much machines, hosts and wires did over time.
   *
   * @param stepNanos how much time a value stands for
   */
  public record Loads(long stepNanos, List<OfLoad> all) {
    /** Nothing was kept. */
    public static final Loads NONE = new Loads(1, List.of());

    public Loads {
      all = List.copyOf(all);
    }
  }

  /**
   * What one did.
   *
   * @param capacity processors, or bytes a second; 0 when it isn't stated
   * @param values for each step: seconds that processors computed, or bytes; of a {@link
   *     Meter#isLevel level} what it was at the step's end
   */
  public record OfLoad(Meter meter, String name, double capacity, List<Double> values) {
    /** What it is the load of. Wires, uplinks and adapters have one for each direction. */
    public enum Meter {
      MACHINE,
      HOST,
      UPLINK_OUT,
      UPLINK_IN,
      LINK_OUT,
      LINK_IN,
      ADAPTER_OUT,
      ADAPTER_IN,
      /**
       * A level: the number, from 1, of the host that a machine runs on; 0 where it doesn't run.
       */
      PLACE,
      /** A level: 1 while a host is up, else 0. */
      UP,
      /** A level: bytes of memory of the machines that run on a host. */
      MEMORY;

      public boolean isLevel() {
        return compareTo(PLACE) >= 0;
      }
    }

    public OfLoad {
      values = List.copyOf(values);
    }

    /** Fractions of what it could do, from 0 to 1; empty when its capacity isn't stated. */
    public List<Double> fractions(long stepNanos) {
      double most = capacity * stepNanos / 1e9;
      return most == 0 ? List.of() : values.stream().map(v -> Math.min(1, v / most)).toList();
    }
  }

  /**
   * A moment of the request that was followed.
   *
   * @param depth 0 for the request itself, 1 for one that a program made for it, and so on
   * @param where the element that it was at
   * @param origin of what decided, if anything did
   */
  public record Hop(long atNanos, int depth, String where, String what, Origin origin) {}

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
      BURST,
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
   * @param help what would change it; empty when it was met
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
      String help,
      Origin origin) {}
}
