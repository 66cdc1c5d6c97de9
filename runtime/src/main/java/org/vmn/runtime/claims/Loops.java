package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Prefix;

/**
 * No packet goes around for ever. Routers that pass the addresses of a class on in a circle are
 * found in their tables; then a packet that gets there is looked for.
 */
final class Loops {
  private final Forwarding tables;
  private final Effort effort;
  private final Classes classes;

  Loops(Forwarding tables, Classes classes, Effort effort) {
    this.tables = tables;
    this.classes = classes;
    this.effort = effort;
  }

  Finding decide() {
    Anything anything = new Anything(tables, classes, effort);
    Set<Ip> all = routedOn();
    // What is translated may circle where nothing that is sent there itself gets to.
    all.addAll(anything.translated());
    List<Ip> routed = List.copyOf(all);
    List<Ip> suspects = new ArrayList<>();
    for (int from = 0; from < routed.size(); from += Circles.AT_ONCE) {
      int to = Math.min(routed.size(), from + Circles.AT_ONCE);
      suspects.addAll(new Circles(tables, routed.subList(from, to)).find());
      if (effort.spent(0)) {
        return effort.exhausted();
      }
    }
    Finding finding = anything.none(suspects, s -> s.cause() == Step.Cause.LOOP);
    return finding.kind() == Finding.Kind.FAILS
        ? Finding.fails(finding.walk(), "this packet goes around until its time to live is over")
        : finding;
  }

  /** One address of each class that some router passes on to another. */
  private Set<Ip> routedOn() {
    Set<Prefix> routed = new HashSet<>();
    for (Router router : tables.network().routers()) {
      for (Fib.Entry entry : tables.fib(router).entries()) {
        if (Circles.isPassedOn(entry)) {
          routed.add(entry.prefix());
        }
      }
    }
    Set<Ip> all = new TreeSet<>();
    for (Prefix prefix : routed) {
      classes.cuts().parts(prefix.range()).stream().map(IpRange::first).forEach(all::add);
    }
    return all;
  }
}
