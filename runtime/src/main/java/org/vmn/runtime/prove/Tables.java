package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.forward.Acl;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.atoms.AtomSet;
import org.vmn.runtime.prove.atoms.Partition;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Universe;
import org.vmn.runtime.prove.classes.UniverseBuilder;
import org.vmn.runtime.prove.quotient.ForwardingClasses;
import org.vmn.runtime.prove.quotient.SegmentKinds;
import org.vmn.runtime.prove.reach.Reaches;
import org.vmn.runtime.prove.rows.ListRows;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.prove.rows.PolicyRows;
import org.vmn.runtime.prove.rows.Rule;
import org.vmn.runtime.prove.rows.Sets;
import org.vmn.runtime.prove.sides.Places;
import org.vmn.runtime.prove.sides.Sides;
import org.vmn.runtime.prove.ways.Relations;
import org.vmn.runtime.value.IpSet;

/** Everything that is known about a network before an assertion is asked about. */
final class Tables {
  /** Sets that edits may leave behind before everything is made anew. */
  private static final int MORE_SETS = 1000;

  private final AddressAtoms atoms;
  private final Partition partition;
  private final SetNumbers numbers;
  private final int setsAtFirst;
  private final Universe universe;
  private final Sets sets;
  private final PolicyRows policy;
  private final Reaches reaches;
  private final Sides sides;

  /**
   * @param bytes that rows may hold, 0 for no limit
   * @param effort what may be spent just now
   */
  Tables(Forwarding forwarding, long bytes, Supplier<Effort> effort) {
    Network network = forwarding.network();
    AddressAtoms.Builder borders = new AddressAtoms.Builder();
    IdentityHashMap<IpSet, Boolean> seen = new IdentityHashMap<>();
    forEachSet(
        forwarding,
        set -> {
          if (seen.put(set, true) == null) {
            borders.cut(set);
          }
        });
    ForwardingClasses.cut(forwarding, borders);
    atoms = borders.build();
    numbers = new SetNumbers(atoms);
    forEachSet(forwarding, numbers::use);
    setsAtFirst = numbers.sets().size();
    partition = numbers.partition();
    effort.get().spend(0);
    SegmentKinds kinds = new SegmentKinds(forwarding);
    ForwardingClasses forwardingClasses = new ForwardingClasses(forwarding, kinds, atoms);
    universe =
        new UniverseBuilder(
                network,
                kinds,
                atoms,
                partition::classOf,
                forwardingClasses::of,
                forwardingClasses::ofSender)
            .build();
    effort.get().spend(0);
    int[] policyClass = partition.toArray();
    int[] forwardingClass = forwardingClasses.toArray();
    sets =
        new Sets(
            policyClass,
            partition.classes(),
            universe.legs().stream().mapToInt(Leg::policyClass).toArray());
    numbers.sets().forEach(sets::add);
    List<Rule> rules = new ArrayList<>(forwarding.filter().clauses().size());
    forwarding.filter().clauses().forEach(clause -> add(clause, rules));
    policy = new PolicyRows(network.policy().allowByDefault(), sets, rules, bytes);
    reaches =
        new Reaches(
            policy,
            firewalls(forwarding),
            new Relations(open(network), universe, effort),
            universe,
            atoms,
            policyClass);
    Places places = new Places(forwarding, atoms, policyClass, forwardingClass, reaches);
    sides = new Sides(forwarding, universe, atoms, policyClass, forwardingClass, places);
  }

  /** Sets of all rule lists. */
  private static void forEachSet(Forwarding forwarding, Consumer<IpSet> action) {
    for (Filter.Clause clause : forwarding.filter().clauses()) {
      action.accept(clause.from());
      action.accept(clause.to());
    }
    for (Acl acl : forwarding.acls()) {
      for (Acl.Line line : acl.lines()) {
        for (Selection selection : line.selections()) {
          action.accept(selection.from());
          action.accept(selection.to());
        }
      }
    }
  }

  private void add(Filter.Clause clause, List<Rule> rules) {
    boolean allow = clause.rule().action() == Policy.Action.ALLOW;
    int from = numbers.of(clause.from());
    int to = numbers.of(clause.to());
    for (Traffic.Match match : clause.traffic()) {
      rules.add(new Rule(allow, from, to, Points.first(match), Points.last(match)));
    }
  }

  /**
   * Changes the rules of the policy, unless the classes of addresses would be others then.
   *
   * @return the matches that came or went; or null, when these tables are good for nothing more
   */
  @Nullable List<Rule> change(Filter.Change edit) {
    if (!fits(edit) || numbers.sets().size() > MORE_SETS + 2 * setsAtFirst) {
      return null;
    }
    List<Rule> changed = new ArrayList<>();
    edit.added().forEach(clause -> add(clause, changed));
    List<AtomSet> all = numbers.sets();
    all.subList(sets.size(), all.size()).forEach(sets::add);
    List<Rule> removed = new ArrayList<>();
    edit.removed().forEach(clause -> add(clause, removed));
    policy.change(changed, removed);
    reaches.forget();
    changed.addAll(removed);
    return changed;
  }

  private boolean fits(Filter.Change edit) {
    for (Filter.Clause clause : edit.added()) {
      if (!numbers.fits(clause.from(), partition) || !numbers.fits(clause.to(), partition)) {
        return false;
      }
      numbers.use(clause.from());
      numbers.use(clause.to());
    }
    boolean fewer = false;
    for (Filter.Clause clause : edit.removed()) {
      fewer |= numbers.drop(clause.from());
      fewer |= numbers.drop(clause.to());
    }
    // A set that nobody speaks of any more may have told apart what is alike now.
    return !fewer || numbers.partition().classes() == partition.classes();
  }

  private Map<String, ListRows> firewalls(Forwarding forwarding) {
    Map<String, ListRows> all = new HashMap<>();
    for (Acl acl : forwarding.acls()) {
      List<Rule> lines = new ArrayList<>();
      for (Acl.Line line : acl.lines()) {
        boolean allow = line.rule().action() == Policy.Action.ALLOW;
        for (Selection s : line.selections()) {
          int from = numbers.of(s.from());
          int to = numbers.of(s.to());
          for (Traffic.Match match : s.traffic()) {
            lines.add(new Rule(allow, from, to, Points.first(match), Points.last(match)));
          }
        }
      }
      Firewall firewall = acl.firewall();
      all.put(firewall.name(), new ListRows(firewall.allowByDefault(), sets, lines));
    }
    return all;
  }

  /** The same tables with rule lists that permit everything. */
  private static Forwarding open(Network n) {
    List<Firewall> firewalls =
        n.firewalls().stream()
            .map(f -> new Firewall(f.name(), f.router(), f.external(), true, List.of(), f.origin()))
            .toList();
    return Forwarding.of(
        n.filteredBy(new Policy(true, false, List.of(), n.policy().origin()), firewalls));
  }

  Sets sets() {
    return sets;
  }

  Universe universe() {
    return universe;
  }

  Sides sides() {
    return sides;
  }
}
