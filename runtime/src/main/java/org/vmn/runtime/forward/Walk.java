package org.vmn.runtime.forward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a connection: the first packet's way there, and, if it arrives, its answer's way
 * back.
 *
 * @param packet as the source sends it
 * @param outward the first packet's way
 * @param homeward the answer's way; without steps when the first packet is dropped
 * @param end where the first packet is delivered, or null
 */
public record Walk(Place start, Packet packet, Way outward, Way homeward, @Nullable Place end) {

  /** Steps of the first packet; the last is DELIVER or DROP. */
  public List<Step> there() {
    return outward.steps();
  }

  /** Steps of the answer; empty when the first packet is dropped. */
  public List<Step> back() {
    return homeward.steps();
  }

  /** Whether the first packet arrives. */
  public boolean arrives() {
    return end != null;
  }

  /** Whether it arrives at the machine that sent it. */
  public boolean returns() {
    return start instanceof Place.Adapter a
        && end instanceof Place.Adapter b
        && a.machine().equals(b.machine())
        && a.offset() == b.offset();
  }

  /** Whether a connection completes: both ways. */
  public boolean completes() {
    return !back().isEmpty() && back().get(back().size() - 1).kind() == Step.Kind.DELIVER;
  }

  /** The last step: what decides. */
  public Step deciding() {
    List<Step> steps = back().isEmpty() ? there() : back();
    return steps.get(steps.size() - 1);
  }
}
