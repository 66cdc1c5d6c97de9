package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;

/**
 * A virtual address spread over machines.
 *
 * @param segment the segment whose subnet holds the address
 * @param mac what answers for the address on that segment
 * @param protocol TCP or UDP
 * @param port what clients connect to
 * @param targets the machines that serve, by address
 * @param targetPort what the targets listen on
 * @param gateway the host that takes in what comes from outside
 * @param standby who takes over from that host, or null
 */
public record Balancer(
    String name,
    String segment,
    Ip address,
    Mac mac,
    Traffic.Protocol protocol,
    int port,
    List<Member.Machines> targets,
    int targetPort,
    Algorithm algorithm,
    Check check,
    Ref gateway,
    @Nullable Standby standby,
    Origin origin) {
  public Balancer {
    targets = List.copyOf(targets);
  }

  /** How a target is chosen for a new connection. */
  public enum Algorithm {
    ROUND_ROBIN,
    LEAST_CONNECTIONS,
    RANDOM,
    SOURCE_HASH
  }

  /**
   * How a target's health is found out.
   *
   * @param protocol by which: TCP a connection, UDP a datagram, ICMP an echo
   * @param intervalNanos between two checks
   * @param failures checks in a row that must fail before the target gets no more connections
   */
  public record Check(Traffic.Protocol protocol, long intervalNanos, int failures) {}
}
