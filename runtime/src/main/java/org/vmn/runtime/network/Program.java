package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer.Check;

/**
 * A program that listens on a machine.
 *
 * @param demandNanos mean processor time of a request, 0 when not stated
 * @param concurrency requests in work at a time, 0 for one a processor
 * @param queue requests that wait for that, -1 when not stated
 * @param calls what it asks of others for each request, one after the other
 * @param check how its health is found out; null when nothing is said
 */
public record Program(
    String name,
    Traffic ports,
    long demandNanos,
    int concurrency,
    int queue,
    List<Call> calls,
    @Nullable Check check,
    Origin origin) {

  public Program {
    calls = List.copyOf(calls);
  }

  /** A program of whose health nothing is said. */
  public Program(
      String name,
      Traffic ports,
      long demandNanos,
      int concurrency,
      int queue,
      List<Call> calls,
      Origin origin) {
    this(name, ports, demandNanos, concurrency, queue, calls, null, origin);
  }

  /** A program of which nothing is known but where it listens. */
  public static Program listening(String name, Traffic ports, Origin origin) {
    return new Program(name, ports, 0, 0, -1, List.of(), origin);
  }
}
