package org.vmn.runtime.simulate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Expectation.Subject;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Service;

/** Compares what was expected with what was measured. */
final class Judge {
  private static final double MILLISECOND = 1e6;
  private static final double SECOND = 1e9;

  private final World world;
  private final Figures figures;
  private final Recovery recovery;
  private final Advice advice;

  Judge(World world, Scenario scenario, Figures figures) {
    this.world = world;
    this.figures = figures;
    recovery = new Recovery(scenario);
    advice = new Advice(world, scenario, figures);
  }

  SimulationResult.Verdict verdict(Expectation expected) {
    Double measured = measure(expected);
    boolean passed = measured != null && holds(expected, measured);
    return new SimulationResult.Verdict(
        expected.text(),
        expected.metric(),
        expected.percentile(),
        name(expected.subject()),
        measured,
        expected.bound(),
        passed,
        measured == null ? nothing(expected) : words(expected, measured),
        passed ? "" : advice.of(expected, measured),
        expected.origin());
  }

  static String name(Subject subject) {
    return switch (subject) {
      case Subject.OfBalancer of -> of.balancer();
      case Subject.OfProgram of -> of.machine() + "." + of.program();
      case Subject.OfMachine of -> of.machine();
      case Subject.OfHost of -> of.host();
      case Subject.OfUplink of -> of.uplink().toString();
      case Subject.OfLink of -> of.link();
    };
  }

  private @Nullable Double measure(Expectation expected) {
    Ledger ledger = figures.ledger(expected.subject());
    return switch (expected.metric()) {
      case LATENCY -> ledger == null ? null : ledger.percentile(expected.percentile());
      case LOSS -> ledger == null || ledger.offered() == 0 ? null : ledger.lossRatio();
      case THROUGHPUT -> ledger == null || !ledger.isWarm() ? null : ledger.servedPerSecond();
      case AVAILABILITY ->
          ledger == null ? uptime(expected.subject()) : Recovery.availability(ledger.clock());
      case RECOVERY -> ledger == null ? null : recovery.nanos(ledger.clock());
      case UTILISATION -> utilisation(expected.subject());
      case RPO -> worst(expected.subject(), true);
      case RTO -> worst(expected.subject(), false);
    };
  }

  private @Nullable Double uptime(Subject subject) {
    if (!(subject instanceof Subject.OfMachine of)) {
      return null;
    }
    double sum = 0;
    int count = 0;
    for (Processor processor : world.stations.processors()) {
      if (world.site.guests.machine(processor.replica).name().equals(of.machine())) {
        sum += processor.up(world.end) / world.end;
        count++;
      }
    }
    return count == 0 ? null : sum / count;
  }

  private @Nullable Double utilisation(Subject subject) {
    double used =
        switch (subject) {
          case Subject.OfBalancer of ->
              world.services.balancerNamed(of.balancer()) == null
                  ? -1
                  : figures.utilisation(new Service.AtBalancer(of.balancer()));
          case Subject.OfProgram of -> ofMachines(of.machine());
          case Subject.OfMachine of -> ofMachines(of.machine());
          case Subject.OfHost of -> figures.hostUtilisation(of.host());
          case Subject.OfUplink of -> busier(world.carriers.link(of.uplink()));
          case Subject.OfLink of -> busier(world.wiring.link(world.wiring.wire(of.link())));
        };
    return used < 0 ? null : used;
  }

  private double busier(int link) {
    SimulationResult.OfWire wire = figures.wire("", link);
    return Math.max(wire.out(), wire.in());
  }

  private double ofMachines(String machine) {
    double sum = 0;
    int count = 0;
    for (Processor processor : world.stations.processors()) {
      if (world.site.guests.machine(processor.replica).name().equals(machine)
          && processor.up(world.end) > 0) {
        sum += figures.utilisation(processor);
        count++;
      }
    }
    return count == 0 ? -1 : sum / count;
  }

  /**
   * Of the replicas that failed with their host; null when one didn't come back, or none failed.
   */
  private @Nullable Double worst(Subject subject, boolean rpo) {
    double worst = -1;
    for (SimulationResult.Takeover takeover : figures.takeovers()) {
      if (takeover.machine().name().equals(name(subject))) {
        if (!rpo && takeover.rtoNanos() < 0) {
          return null;
        }
        worst = Math.max(worst, rpo ? takeover.rpoNanos() : takeover.rtoNanos());
      }
    }
    return worst < 0 ? null : worst;
  }

  private static boolean holds(Expectation expected, double measured) {
    double bound = expected.bound();
    return measured == bound
        ? expected.inclusive()
        : expected.below() ? measured < bound : measured > bound;
  }

  private String nothing(Expectation expected) {
    String name = " `" + name(expected.subject()) + "`";
    return switch (expected.metric()) {
      case RPO -> "no replica of" + name + " failed with its host";
      case RTO ->
          worst(expected.subject(), true) == null
              ? "no replica of" + name + " failed with its host"
              : "a replica of" + name + " did not run again by the end";
      case RECOVERY ->
          figures.ledger(expected.subject()) == null
              ? "no load goes to" + name
              : name.strip() + " was not as before by the end, or nothing failed";
      case UTILISATION -> "nothing is known of the capacity of" + name + ", or no load goes there";
      default ->
          (figures.ledger(expected.subject()) == null
                  ? "no load goes to"
                  : "nothing was measured at")
              + name;
    };
  }

  private static String words(Expectation expected, double measured) {
    String of = " of `" + name(expected.subject()) + "` was ";
    return switch (expected.metric()) {
      case LATENCY ->
          "p" + percentile(expected) + " latency" + of + text("%.3f ms", measured / MILLISECOND);
      case LOSS -> "loss" + of + text("%.4f %%", measured * 100);
      case THROUGHPUT -> "throughput" + of + text("%.1f requests/s", measured);
      case AVAILABILITY -> "availability" + of + text("%.4f %%", measured * 100);
      case UTILISATION -> "utilisation" + of + text("%.2f %%", measured * 100);
      case RECOVERY -> "recovery" + of + text("%.1f s", measured / SECOND);
      case RPO -> "lost work" + of + text("%.1f s", measured / SECOND);
      case RTO -> "the longest takeover" + of + text("%.1f s", measured / SECOND);
    };
  }

  private static String percentile(Expectation expected) {
    return String.valueOf(expected.percentile()).replaceAll("\\.0$", "");
  }

  private static String text(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
