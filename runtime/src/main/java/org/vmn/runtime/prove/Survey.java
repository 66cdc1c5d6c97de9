package org.vmn.runtime.prove;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Traffic.Match;

/**
 * Who gets through to whom, on what: for any two sets, all traffic with how far it gets. What is
 * shown of a network without assertions is made of it.
 */
public interface Survey {
  /**
   * By rows where they decide everything, by walks of each pair of classes where it matters which
   * host a machine is on.
   *
   * @param cancelled asked between walks: what has not been looked at then gets nowhere
   */
  static Survey of(Forwarding tables, BooleanSupplier cancelled) {
    Survey walks = new WalkSurvey(tables, cancelled);
    boolean foldable = tables.outage().isEmpty() && tables.underlay().isIntact();
    return foldable ? new RowSurvey(tables, cancelled, walks) : walks;
  }

  /** All that gets anywhere, in ascending order of protocol and port; what touches is joined. */
  List<Stretch> between(Endpoints from, Endpoints to);

  /** How far some traffic gets; each level says more than those before it. */
  enum Level {
    NOWHERE,
    /** A first packet arrives, perhaps with a forged source; no answer comes back. */
    ARRIVES,
    /** Some connections complete: of some members, in one family, or by some choices. */
    SOME,
    /** {@code reaches} holds. */
    ALL
  }

  /**
   * @param match never with port 0, which nothing can be sent to by name
   */
  record Stretch(Match match, Level level) {}
}
