package org.vmn.runtime.forward;

import java.util.List;
import org.vmn.runtime.network.Ref;

/**
 * One direction of a walk.
 *
 * @param steps the last is DELIVER or DROP
 * @param segments that the packet was on, in order, each once
 * @param hops between hosts, in order
 * @param machines of chains that passed it on, in order
 */
public record Way(List<Step> steps, List<String> segments, List<Hop> hops, List<Ref> machines) {
  static final Way NONE = new Way(List.of(), List.of(), List.of(), List.of());

  public Way {
    steps = List.copyOf(steps);
    segments = List.copyOf(segments);
    hops = List.copyOf(hops);
    machines = List.copyOf(machines);
  }
}
