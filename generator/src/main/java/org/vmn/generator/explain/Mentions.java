package org.vmn.generator.explain;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Policy.Rule;

/** Which rules may speak of a machine on one of their sides: not each has to be asked for each. */
final class Mentions {
  private final List<Rule> rules;
  private final Map<String, BitSet> byMachine = new HashMap<>();
  private final Map<String, BitSet> bySegment = new HashMap<>();

  /** Those that name neither machines nor segments. */
  private final BitSet others = new BitSet();

  Mentions(List<Rule> rules, Function<Rule, Endpoints> side) {
    this.rules = rules;
    for (int i = 0; i < rules.size(); i++) {
      for (Member member : side.apply(rules.get(i)).include()) {
        switch (member) {
          case Member.Machines m ->
              byMachine.computeIfAbsent(m.machine(), n -> new BitSet()).set(i);
          case Member.OnSegment s ->
              bySegment.computeIfAbsent(s.segment(), n -> new BitSet()).set(i);
          default -> others.set(i);
        }
      }
    }
  }

  /** In their order, and some that don't speak of it. */
  List<Rule> of(Machine machine) {
    BitSet found = (BitSet) others.clone();
    found.or(byMachine.getOrDefault(machine.name(), new BitSet()));
    for (Nic nic : machine.nics()) {
      found.or(bySegment.getOrDefault(nic.segment(), new BitSet()));
    }
    return found.stream().mapToObj(rules::get).toList();
  }
}
