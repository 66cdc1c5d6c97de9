package org.vmn.generator.cli;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.simulate.Watch;
import picocli.CommandLine.Option;

/** What looks closely at one run. */
final class LookOptions {
  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimeReader.class,
      description = "Stop after this much simulated time, such as 4min: figures are of that part.")
  @Nullable Long until;

  @Option(
      names = "--trace",
      paramLabel = "TIME",
      converter = TimeReader.class,
      description =
          "Show the first request that is sent from this time on, such as 60s, at every hop.")
  @Nullable Long trace;

  @Option(
      names = "--timeline",
      paramLabel = "FILE",
      description = "Write what happened, and what each service did in each second, as JSON lines.")
  @Nullable Path timeline;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description =
          "Write figures over time as OpenMetrics, under the names that exporters of real networks"
              + " use.")
  @Nullable Path metrics;

  @Option(
      names = "--metrics-from",
      paramLabel = "INSTANT",
      converter = InstantReader.class,
      description =
          "When the simulated time begins in --metrics, such as 2026-11-27T08:00:00Z; default:"
              + " 1970.")
  @Nullable Instant from;

  /** When the simulated time begins, in seconds since 1970. */
  long start() {
    return from == null ? 0 : from.getEpochSecond();
  }

  /** Whether anything of it was asked for, which many runs can't give. */
  boolean asked() {
    return until != null || trace != null || timeline != null || metrics != null;
  }

  Watch watch(boolean loads) {
    return Watch.NOBODY
        .withTrace(trace == null ? Watch.NOTHING : trace)
        .withLoads(loads || metrics != null);
  }
}
