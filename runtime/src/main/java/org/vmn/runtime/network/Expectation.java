package org.vmn.runtime.network;

/**
 * A bound on a measured figure.
 *
 * @param text as the source writes it
 * @param percentile above 0, below 100 for latency; 0 otherwise
 * @param subject whose figure
 * @param bound in the metric's unit: see {@link Metric}
 * @param below whether the figure must be below the bound ({@code <}) or above it
 * @param inclusive whether the bound itself is within
 */
public record Expectation(
    String text,
    Metric metric,
    double percentile,
    Subject subject,
    double bound,
    boolean below,
    boolean inclusive,
    Origin origin) {

  /** What is measured. */
  public enum Metric {
    /** Nanoseconds from a request's first byte sent to its answer's last received. */
    LATENCY,
    /** Fraction of requests lost. */
    LOSS,
    /** Requests served a second. */
    THROUGHPUT,
    /** Fraction of time in which what was asked for was served. */
    AVAILABILITY,
    /** Nanoseconds from a failure until requests are served as before. */
    RECOVERY,
    /** Fraction of the capacity used. */
    UTILISATION,
    /** Nanoseconds of work that would be lost: the age of the newest copy at a failure. */
    RPO,
    /** Nanoseconds from a failure until the machine runs again elsewhere. */
    RTO
  }

  /** Whose figure is measured. */
  public sealed interface Subject {

    /** A balancer's. */
    record OfBalancer(String balancer) implements Subject {}

    /** A program's, over all replicas of a machine that run it. */
    record OfProgram(String machine, String program) implements Subject {}

    /** All replicas of a machine. */
    record OfMachine(String machine) implements Subject {}

    /** All replicas of a host. */
    record OfHost(String host) implements Subject {}

    /** An uplink of one host. */
    record OfUplink(UplinkRef uplink) implements Subject {}

    /** A physical wire. */
    record OfLink(String link) implements Subject {}
  }
}
