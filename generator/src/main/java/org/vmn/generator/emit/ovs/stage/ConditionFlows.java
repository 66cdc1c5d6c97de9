package org.vmn.generator.emit.ovs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * Conditions with one verdict as flows: one for each of their parts and not for each combination. A
 * condition with two or three parts becomes a conjunction. At one priority no two flows about the
 * same part overlap.
 */
final class ConditionFlows {
  /** How many priorities are taken, from the base on. */
  static final int PRIORITIES = 5;

  private static final int EVERYTHING = 4;
  private static final int FROM_ONLY = 3;
  private static final int TO_ONLY = 2;
  private static final int TRAFFIC_ONLY = 1;
  private static final int JOINT = 0;

  private final Table table;
  private final Ip.Family family;
  private final Match fresh;
  private final Actions verdict;
  private final int base;
  private final FlowSink out;

  ConditionFlows(
      Table table, Ip.Family family, Match fresh, Actions verdict, int base, FlowSink out) {
    this.table = table;
    this.family = family;
    this.fresh = fresh;
    this.verdict = verdict;
    this.base = base;
    this.out = out;
  }

  /** What the flows about a piece do. */
  private interface Meaning {
    Actions of(List<Integer> members);
  }

  /** Returns the next free conjunction id. */
  int emit(List<Condition> conditions, int firstId) {
    Map<Integer, Condition> single = new TreeMap<>();
    Map<Integer, Condition> joint = new TreeMap<>();
    for (Condition condition : conditions) {
      int number = single.size() + joint.size();
      switch (condition.dimensions()) {
        case 0 -> {
          // Nothing else can say more.
          out.add(table, base + EVERYTHING, condition.origin(), fresh, verdict);
          return firstId;
        }
        case 1 -> single.put(number, condition);
        default -> joint.put(number, condition);
      }
    }
    sources(single, base + FROM_ONLY, members -> verdict);
    destinations(single, base + TO_ONLY, members -> verdict);
    traffic(single, base + TRAFFIC_ONLY, members -> verdict);
    return conjunctions(joint, firstId);
  }

  private int conjunctions(Map<Integer, Condition> joint, int firstId) {
    int id = firstId;
    Map<Integer, Integer> ids = new TreeMap<>();
    for (Map.Entry<Integer, Condition> entry : joint.entrySet()) {
      ids.put(entry.getKey(), id);
      Match all = fresh.conjunction(id++);
      out.add(table, base + JOINT, entry.getValue().origin(), all, verdict);
    }
    int priority = base + JOINT;
    sources(joint, priority, members -> parts(joint, ids, members, c -> 1));
    destinations(
        joint, priority, members -> parts(joint, ids, members, c -> c.from() == null ? 1 : 2));
    traffic(joint, priority, members -> parts(joint, ids, members, Condition::dimensions));
    return id;
  }

  private interface Place {
    int in(Condition condition);
  }

  private static Actions parts(
      Map<Integer, Condition> joint,
      Map<Integer, Integer> ids,
      List<Integer> members,
      Place place) {
    Actions actions = Actions.none();
    for (int member : members) {
      Condition condition = joint.get(member);
      Integer id = ids.get(member);
      if (condition != null && id != null) {
        actions = actions.conjunction(id, place.in(condition), condition.dimensions());
      }
    }
    return actions;
  }

  private void sources(Map<Integer, Condition> conditions, int priority, Meaning meaning) {
    Map<Integer, IpSet> sets = new TreeMap<>();
    conditions.forEach((n, c) -> {
      if (c.from() != null) {
        sets.put(n, c.from());
      }
    });
    for (Atoms.Atom<IpRange> atom : Atoms.ofAddresses(sets)) {
      for (Prefix prefix : atom.piece().prefixes()) {
        add(conditions, atom, priority, fresh.from(prefix), meaning);
      }
    }
  }

  private void destinations(Map<Integer, Condition> conditions, int priority, Meaning meaning) {
    Map<Integer, IpSet> sets = new TreeMap<>();
    conditions.forEach((n, c) -> {
      if (c.to() != null) {
        sets.put(n, c.to());
      }
    });
    for (Atoms.Atom<IpRange> atom : Atoms.ofAddresses(sets)) {
      for (Prefix prefix : atom.piece().prefixes()) {
        add(conditions, atom, priority, fresh.to(prefix), meaning);
      }
    }
  }

  private void traffic(Map<Integer, Condition> conditions, int priority, Meaning meaning) {
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP)) {
      Map<Integer, List<Atoms.Range>> sets = new TreeMap<>();
      conditions.forEach((n, c) -> {
        List<Atoms.Range> ranges = ranges(c.traffic(), protocol);
        if (!ranges.isEmpty()) {
          sets.put(n, ranges);
        }
      });
      for (Atoms.Atom<Atoms.Range> atom : Atoms.ofPorts(sets)) {
        Match packets = fresh.and(Protocols.of(protocol, family));
        for (Atoms.Block block : Atoms.blocks(atom.piece())) {
          Match match = protocol.hasPorts() ? packets.toPort(block.value(), block.mask()) : packets;
          add(conditions, atom, priority, match, meaning);
        }
      }
    }
  }

  private static List<Atoms.Range> ranges(
      @Nullable List<Traffic.Match> traffic, Protocol protocol) {
    List<Atoms.Range> ranges = new ArrayList<>();
    for (Traffic.Match match : traffic == null ? List.<Traffic.Match>of() : traffic) {
      if (match.protocol() == protocol) {
        ranges.add(
            protocol.hasPorts()
                ? new Atoms.Range(match.firstPort(), match.lastPort())
                : new Atoms.Range(0, 0xffff));
      }
    }
    return ranges;
  }

  private void add(
      Map<Integer, Condition> conditions,
      Atoms.Atom<?> atom,
      int priority,
      Match match,
      Meaning meaning) {
    Condition first = conditions.get(atom.members().get(0));
    if (first != null) {
      out.add(table, priority, first.origin(), match, meaning.of(atom.members()));
    }
  }
}
