package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;

/** A balancer with its targets. */
final class Pool {
  private final Balancer balancer;
  private final List<End> targets = new ArrayList<>();
  private final Chooser chooser;
  private final Passage passage;
  private final Ledger ledger;

  Pool(Balancer balancer, Forwarding tables, Ends ends, Randomness random, Ledger ledger) {
    this.balancer = balancer;
    this.ledger = ledger;
    passage = new Passage(tables, balancer);
    Set<Integer> seen = new LinkedHashSet<>();
    for (Member.Machines member : balancer.targets()) {
      Machine machine = tables.sets().machine(member.machine());
      for (int offset = member.first(); offset <= member.last(); offset++) {
        if (seen.add(ends.fleet(machine).number(offset))) {
          targets.add(target(machine, offset, ends));
        }
      }
    }
    chooser = Chooser.of(balancer.algorithm(), targets.size(), random);
  }

  private End target(Machine machine, int offset, Ends ends) {
    Ip ip = Translation.targetAddress(balancer, machine, offset);
    for (Nic nic : machine.nics()) {
      if (ip != null && nic.at(offset).contains(ip)) {
        return ends.of(machine, offset, nic, ip);
      }
    }
    throw new IllegalArgumentException(
        machine.ref(offset) + " has no address for balancer `" + balancer.name() + "`");
  }

  Balancer balancer() {
    return balancer;
  }

  List<End> targets() {
    return targets;
  }

  Chooser chooser() {
    return chooser;
  }

  Passage passage() {
    return passage;
  }

  Ledger ledger() {
    return ledger;
  }

  /**
   * When the balancer notices that a target is down, in nanoseconds; {@link Long#MAX_VALUE} when
   * not by {@code end}. Checks are made at all multiples of the interval, and their outcome is
   * known at once.
   */
  long notices(End target, long end) {
    if (target.dies() > end) {
      return Long.MAX_VALUE;
    }
    long interval = balancer.check().intervalNanos();
    double failing = Math.ceil((double) target.dies() / interval);
    double notices = (failing + balancer.check().failures() - 1) * interval;
    return notices > end ? Long.MAX_VALUE : (long) notices;
  }
}
