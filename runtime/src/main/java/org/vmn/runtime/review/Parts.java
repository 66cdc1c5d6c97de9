package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * Two networks taken apart alike, so that what belongs together can be compared. Machines are the
 * same when their names and numbers are, whatever their addresses; what is outside when its
 * addresses are.
 */
final class Parts {
  private final Half before;
  private final Half after;
  private final List<Part> parts = new ArrayList<>();

  /** One of the networks. */
  private static final class Half {
    private final Forwarding tables;
    private final Cuts cuts;
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final Map<String, External> externals = new LinkedHashMap<>();
    private final Map<String, IpSet> subjects = new LinkedHashMap<>();

    Half(Forwarding tables) {
      this.tables = tables;
      cuts = new Cuts(tables);
      tables.network().machines().forEach(m -> machines.put(m.name(), m));
      tables.network().externals().forEach(e -> externals.put(e.name(), e));
      Subjects.sources(tables.network())
          .forEach(s -> subjects.put(s.text(), tables.sets().addresses(s)));
      subjects.keySet().removeAll(externals.keySet());
    }

    /** Whether a segment has some of the addresses. */
    boolean isOwn(IpSet addresses) {
      return tables.network().segments().stream()
          .flatMap(s -> s.subnets().stream())
          .anyMatch(s -> !IpSet.of(s).intersect(addresses).isEmpty());
    }

    @Nullable Addresses block(String machine, String nic, int subnet) {
      Machine found = machines.get(machine);
      if (found == null) {
        return null;
      }
      for (Nic one : found.nics()) {
        if (one.name().equals(nic) && subnet < one.addresses().size()) {
          return one.addresses().get(subnet);
        }
      }
      return null;
    }

    int count(String machine) {
      Machine found = machines.get(machine);
      return found == null ? 0 : found.count();
    }

    /** The subjects that have some of the addresses. */
    void subjects(IpSet addresses, Set<String> into) {
      subjects.forEach((name, has) -> {
        if (!has.intersect(addresses).isEmpty()) {
          into.add(name);
        }
      });
    }
  }

  private Parts(Forwarding before, Forwarding after) {
    this.before = new Half(before);
    this.after = new Half(after);
  }

  /** Externals, machines, balancers, translated addresses; in the order of the second network. */
  static List<Part> of(Forwarding before, Forwarding after) {
    Parts parts = new Parts(before, after);
    parts.addAll();
    return parts.parts;
  }

  private void addAll() {
    union(after.externals.keySet(), before.externals.keySet()).forEach(this::external);
    for (String machine : union(after.machines.keySet(), before.machines.keySet())) {
      Set<List<Object>> adapters = new LinkedHashSet<>();
      adapters(after.machines.get(machine), adapters);
      adapters(before.machines.get(machine), adapters);
      adapters.forEach(a -> machine(machine, (String) a.get(0), (Integer) a.get(1)));
    }
    Map<String, Endpoints> old = others(before);
    Map<String, Endpoints> now = others(after);
    for (String name : union(now.keySet(), old.keySet())) {
      Endpoints one = now.containsKey(name) ? now.get(name) : old.get(name);
      Half half = now.containsKey(name) ? after : before;
      if (one != null) {
        Ip.Family family = half.tables.sets().addresses(one).ranges().get(0).first().family();
        parts.add(new Part(name, family, List.of(name), false, old.get(name), now.get(name)));
      }
    }
  }

  /** What is a destination only. */
  private static Map<String, Endpoints> others(Half half) {
    Map<String, Endpoints> all = new LinkedHashMap<>();
    Subjects.virtual(half.tables.network()).forEach(e -> all.put(e.text(), e));
    return all;
  }

  private static void adapters(@Nullable Machine machine, Set<List<Object>> into) {
    if (machine != null) {
      for (Nic nic : machine.nics()) {
        for (int i = 0; i < nic.addresses().size(); i++) {
          into.add(List.of(nic.name(), i));
        }
      }
    }
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all;
  }

  private void external(String name) {
    IpSet old = addresses(before.externals.get(name));
    IpSet now = addresses(after.externals.get(name));
    for (IpSet set : List.of(now.intersect(old), now.minus(old), old.minus(now))) {
      for (IpRange some : before.cuts.parts(set)) {
        for (IpRange part : after.cuts.parts(some)) {
          IpSet addresses = IpSet.of(List.of(part));
          Endpoints meant = literal(part.toString(), addresses);
          boolean was = !old.intersect(addresses).isEmpty();
          boolean is = !now.intersect(addresses).isEmpty();
          if (!was && before.isOwn(addresses) || !is && after.isOwn(addresses)) {
            // A subnet was renumbered: nobody outside came or went.
            continue;
          }
          Set<String> subjects = new LinkedHashSet<>(List.of(name));
          after.subjects(addresses, subjects);
          before.subjects(addresses, subjects);
          parts.add(
              new Part(
                  text(addresses),
                  part.first().family(),
                  List.copyOf(subjects),
                  true,
                  was ? meant : null,
                  is ? meant : null));
        }
      }
    }
  }

  private static String text(IpSet addresses) {
    return String.join(", ", addresses.prefixes().stream().map(Object::toString).toList());
  }

  private static IpSet addresses(@Nullable External external) {
    return external == null ? IpSet.NONE : external.addresses();
  }

  private static Endpoints literal(String text, IpSet addresses) {
    return new Endpoints(text, List.of(new Member.Literal(addresses)), List.of());
  }

  private void machine(String name, String nic, int subnet) {
    Addresses old = before.block(name, nic, subnet);
    Addresses now = after.block(name, nic, subnet);
    int last = Math.max(before.count(name), after.count(name)) - 1;
    NavigableSet<Integer> begins = new TreeSet<>(Set.of(0));
    cut(before, old, begins);
    cut(after, now, begins);
    begins.add(before.count(name));
    begins.add(after.count(name));
    for (int first : begins.headSet(last, true)) {
      Integer next = begins.higher(first);
      int end = next == null ? last : next - 1;
      Endpoints was = first < before.count(name) ? slice(old, first, end) : null;
      Endpoints is = first < after.count(name) ? slice(now, first, end) : null;
      if (was != null || is != null) {
        Set<String> subjects = new LinkedHashSet<>();
        subjects(after, is, subjects);
        subjects(before, was, subjects);
        Addresses one = now == null ? old : now;
        parts.add(
            new Part(
                text(name, first, end),
                one == null ? Ip.Family.V4 : one.subnet().range().first().family(),
                List.copyOf(subjects),
                true,
                was,
                is));
      }
    }
  }

  private static void subjects(Half half, @Nullable Endpoints meant, Set<String> into) {
    if (meant != null) {
      half.subjects(half.tables.sets().addresses(meant.include().get(0)), into);
    }
  }

  private String text(String name, int first, int last) {
    int most = Math.max(before.count(name), after.count(name));
    if (first == 0 && last == most - 1) {
      return name;
    }
    return name + "[" + (first + 1) + (first == last ? "" : ".." + (last + 1)) + "]";
  }

  private static @Nullable Endpoints slice(@Nullable Addresses block, int first, int last) {
    return block == null ? null : literal("", block.slice(first, last));
  }

  private static void cut(Half half, @Nullable Addresses block, NavigableSet<Integer> begins) {
    if (block != null) {
      for (IpRange range : block.ranges()) {
        for (IpRange part : half.cuts.parts(range)) {
          begins.add(block.offsetOf(part.first()));
          begins.add(block.offsetOf(part.last()) + 1);
        }
      }
    }
  }
}
