package org.vmn.runtime.prove.ways;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;

/**
 * What devices do with a connection when every rule list is open.
 *
 * @param arrives whether the first packet does
 * @param completes whether the answer also does
 * @param hops routers that the first packet passes
 * @param gates the rule lists on the way, each once
 */
public record Way(boolean arrives, boolean completes, int hops, List<Gate> gates) {
  /** What a step at a firewall says before its name; no machine's name has a space. */
  private static final String FIREWALL = "firewall ";

  public Way {
    gates = List.copyOf(gates);
  }

  static Way of(Walk walk) {
    Packet sent = walk.packet();
    Set<Gate> gates = new LinkedHashSet<>();
    int hops = 0;
    for (Step step : walk.there()) {
      if (step.kind() == Step.Kind.PERMIT) {
        Packet seen = step.packet();
        String where = step.where();
        gates.add(
            new Gate(
                where.startsWith(FIREWALL) ? where.substring(FIREWALL.length()) : null,
                seen.source().equals(sent.source()) ? null : seen.source(),
                seen.destination().equals(sent.destination()) ? null : seen.destination(),
                seen.destinationPort() == sent.destinationPort() ? -1 : seen.destinationPort()));
      } else if (step.kind() == Step.Kind.ROUTE) {
        hops++;
      }
    }
    return new Way(walk.arrives(), walk.completes(), hops, new ArrayList<>(gates));
  }
}
