package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.review.Change.Kind;
import org.vmn.runtime.review.Change.Line;
import org.vmn.runtime.value.Ip;

/** What comes, what goes, what is somewhere else, and what has other addresses. */
final class Inventory {
  private final List<Line> lines = new ArrayList<>();

  private Inventory() {}

  static List<Line> between(Network before, Network after) {
    Inventory inventory = new Inventory();
    inventory.names("host ", before.hosts(), after.hosts(), Host::name);
    inventory.names("segment ", before.segments(), after.segments(), Segment::name);
    inventory.names("external ", before.externals(), after.externals(), External::name);
    inventory.names("router ", before.routers(), after.routers(), Router::name);
    inventory.names("balancer ", before.balancers(), after.balancers(), Balancer::name);
    Map<String, Machine> old = byName(before.machines(), Machine::name);
    for (Machine now : after.machines()) {
      Machine was = old.remove(now.name());
      inventory.count(was == null ? 0 : was.count(), now.count(), now.name());
      if (was != null) {
        inventory.moves(was, now);
        now.nics().forEach(nic -> inventory.renumbered(was, nic, now));
      }
    }
    old.values().forEach(was -> inventory.count(was.count(), 0, was.name()));
    return inventory.lines;
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    return all.stream()
        .collect(Collectors.toMap(name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private <T> void names(String kind, List<T> before, List<T> after, Function<T, String> name) {
    Map<String, T> old = byName(before, name);
    Map<String, T> now = byName(after, name);
    now.keySet().stream()
        .filter(n -> !old.containsKey(n))
        .forEach(n -> add(Kind.NEW, kind + n, ""));
    old.keySet().stream()
        .filter(n -> !now.containsKey(n))
        .forEach(n -> add(Kind.GONE, kind + n, ""));
  }

  private void count(int was, int is, String name) {
    if (was == 0 && is > 0) {
      add(Kind.NEW, is == 1 ? name : name + "[" + is + "]", "");
    } else if (is == 0 && was > 0) {
      add(Kind.GONE, was == 1 ? name : name + "[" + was + "]", "");
    } else if (is > was) {
      add(Kind.NEW, text(name, was, is - 1, is), "");
    } else if (was > is) {
      add(Kind.GONE, text(name, is, was - 1, was), "");
    }
  }

  private static String text(String name, int first, int last, int count) {
    if (first == 0 && last == count - 1) {
      return name;
    }
    return name + "[" + (first + 1) + (first == last ? "" : ".." + (last + 1)) + "]";
  }

  private void add(Kind kind, String what, String how) {
    lines.add(new Line(kind, what, List.of(), how));
  }

  private void moves(Machine was, Machine now) {
    runs(
        Math.min(was.count(), now.count()),
        i -> {
          String from = was.placement().hostOf(i).toString();
          String to = now.placement().hostOf(i).toString();
          return from.equals(to) ? null : from + " -> " + to;
        },
        (first, last, how) -> add(Kind.MOVES, text(now.name(), first, last, now.count()), how));
  }

  /** Replicas next to one another of which the same is to be said are said together. */
  private static void runs(int count, IntFunction<@Nullable String> what, Run run) {
    int first = 0;
    String said = null;
    for (int i = 0; i <= count; i++) {
      String next = i < count ? what.apply(i) : null;
      if (said != null && !said.equals(next)) {
        run.accept(first, i - 1, said);
      }
      if (said == null || !said.equals(next)) {
        first = i;
      }
      said = next;
    }
  }

  private interface Run {
    void accept(int first, int last, String what);
  }

  private void renumbered(Machine was, Nic nic, Machine now) {
    for (Nic old : was.nics()) {
      if (old.name().equals(nic.name())) {
        for (int i = 0; i < Math.min(old.addresses().size(), nic.addresses().size()); i++) {
          renumbered(old.addresses().get(i), nic.addresses().get(i), was, now);
        }
      }
    }
  }

  private void renumbered(Addresses old, Addresses addresses, Machine was, Machine now) {
    runs(
        Math.min(was.count(), now.count()),
        i -> old.at(i).equals(addresses.at(i)) ? null : "",
        (first, last, how) ->
            add(
                Kind.RENUMBERS,
                text(now.name(), first, last, now.count()),
                range(old, first, last) + " -> " + range(addresses, first, last)));
  }

  private static String range(Addresses of, int first, int last) {
    Ip low = of.at(first);
    return first == last ? low.toString() : low + ".." + of.at(last);
  }
}
