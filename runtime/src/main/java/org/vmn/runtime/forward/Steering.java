package org.vmn.runtime.forward;

import java.util.List;
import org.vmn.runtime.network.Chain;

/**
 * Which connections a chain steers through its machines. Asked like the policy, at the sending and
 * at the receiving end, with the addresses seen there.
 *
 * @param selections any of which steers
 */
public record Steering(Chain chain, List<Selection> selections) {
  public Steering {
    selections = List.copyOf(selections);
  }

  static Steering of(Chain chain, EndpointSets sets) {
    return new Steering(chain, Selection.of(chain.from(), chain.to(), chain.traffic(), sets));
  }

  /** What one of its own machines sends or receives isn't steered through it. */
  boolean steers(Packet packet, Place... ends) {
    for (Place end : ends) {
      if (end instanceof Place.Adapter a && chain.stages().stream().anyMatch(s -> has(s, a))) {
        return false;
      }
    }
    return selections.stream().anyMatch(s -> s.matches(packet));
  }

  private static boolean has(Chain.Stage stage, Place.Adapter adapter) {
    return stage.instances().stream()
        .anyMatch(m ->
            m.machine().equals(adapter.machine().name())
                && m.first() <= adapter.offset()
                && adapter.offset() <= m.last());
  }
}
