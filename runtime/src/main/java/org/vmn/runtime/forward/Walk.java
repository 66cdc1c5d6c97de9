package org.vmn.runtime.forward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a connection: the first packet's way there, and, if it arrives, its answer's way
 * back.
 *
 * @param packet as the source sends it
 * @param there steps of the first packet; the last is DELIVER or DROP
 * @param back steps of the answer; empty when the first packet is dropped
 * @param end where the first packet is delivered, or null
 */
public record Walk(
    Place start, Packet packet, List<Step> there, List<Step> back, @Nullable Place end) {
  public Walk {
    there = List.copyOf(there);
    back = List.copyOf(back);
  }

  /** Whether the first packet arrives. */
  public boolean arrives() {
    return end != null;
  }

  /** Whether a connection completes: both ways. */
  public boolean completes() {
    return !back.isEmpty() && back.get(back.size() - 1).kind() == Step.Kind.DELIVER;
  }

  /** The last step: what decides. */
  public Step deciding() {
    List<Step> steps = back.isEmpty() ? there : back;
    return steps.get(steps.size() - 1);
  }
}
