package org.vmn.runtime.forward;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Router;

/**
 * What the network remembers of a connection whose first packet was delivered.
 *
 * @param sent the first packet as the client sent it
 * @param delivered the same as the server got it
 * @param balancer that chose the server, or null
 * @param passages what each router on the way did, in order
 * @param steered the machines of chains on the way, in order
 * @param segment where it was delivered
 */
record Connection(
    Place client,
    Place server,
    Packet sent,
    Packet delivered,
    @Nullable Balancer balancer,
    List<Passage> passages,
    List<Steered> steered,
    String segment) {
  Connection {
    passages = List.copyOf(passages);
    steered = List.copyOf(steered);
  }

  /** What a router knows of the connection that this answers, or null. */
  @Nullable Passage known(Router router, Packet answer) {
    return passages.stream()
        .filter(p -> p.router().equals(router) && p.isAnsweredBy(answer))
        .findFirst()
        .orElse(null);
  }
}
