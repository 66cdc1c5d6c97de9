package org.vmn.runtime.claims;

import java.util.BitSet;
import java.util.List;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/**
 * No router drops a packet to an address that somebody has for want of a route or of a next hop.
 * Routers that would are found in their tables; then a packet that gets there is looked for.
 */
final class BlackHoles {
  private final Forwarding tables;
  private final Classes classes;
  private final Effort effort;

  BlackHoles(Forwarding tables, Classes classes, Effort effort) {
    this.tables = tables;
    this.classes = classes;
    this.effort = effort;
  }

  Finding decide() {
    Anything anything = new Anything(tables, classes, effort);
    List<Ip> owned = List.copyOf(anything.owned());
    BitSet lost = new BitSet();
    // Router by router: a table is small, all of them aren't.
    for (Router router : tables.network().routers()) {
      for (int i = lost.nextClearBit(0); i < owned.size(); i = lost.nextClearBit(i + 1)) {
        lost.set(i, swallows(router, owned.get(i)));
      }
    }
    List<Ip> suspects = lost.stream().mapToObj(owned::get).toList();
    Finding finding = anything.none(suspects, BlackHoles::isHole);
    return finding.kind() == Finding.Kind.FAILS
        ? Finding.fails(finding.walk(), "this packet is for somebody, and a router drops it")
        : finding;
  }

  private static boolean isHole(Step step) {
    return step.cause() == Step.Cause.NO_ROUTE || step.cause() == Step.Cause.NO_NEXT_HOP;
  }

  private boolean swallows(Router router, Ip destination) {
    List<Fib.Entry> entries = tables.fib(router).lookup(destination, tables::leads);
    return entries.isEmpty()
        || entries.stream()
            .anyMatch(e ->
                e.via() != null
                    && e.external() == null
                    && tables.routerAt(e.segment(), e.via()) == null);
  }
}
