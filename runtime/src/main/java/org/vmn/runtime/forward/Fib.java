package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/**
 * A router's forwarding table: the subnets of its ports and its static routes, longest prefix
 * first.
 */
public final class Fib {
  private final List<Entry> entries;
  private final Map<Ip.Family, List<Level>> levels = new EnumMap<>(Ip.Family.class);

  /**
   * @param segment where a matching packet goes out
   * @param via the next hop on that segment, or null when the destination itself is on it
   * @param external the external that the next hop leads to, or null
   */
  public record Entry(
      Prefix prefix, String segment, @Nullable Ip via, @Nullable String external, Origin origin) {}

  Fib(Router router, Function<String, Segment> segments) {
    List<Entry> all = new ArrayList<>();
    for (Router.Port port : router.ports()) {
      for (Prefix subnet : segments.apply(port.segment()).subnets()) {
        all.add(new Entry(subnet, port.segment(), null, null, port.origin()));
      }
    }
    for (Router.Route route : router.routes()) {
      all.add(
          new Entry(
              route.destination(), route.segment(), route.via(), route.external(), route.origin()));
    }
    // Stable: a connected subnet comes before a static route of the same prefix, as in every
    // router.
    all.sort(Comparator.comparingInt((Entry e) -> e.prefix().length()).reversed());
    entries = List.copyOf(all);
    for (Entry entry : entries) {
      List<Level> of =
          levels.computeIfAbsent(entry.prefix().first().family(), f -> new ArrayList<>());
      int length = entry.prefix().length();
      if (of.isEmpty() || of.get(of.size() - 1).length() != length) {
        of.add(new Level(length, new HashMap<>()));
      }
      of.get(of.size() - 1)
          .byNetwork()
          .computeIfAbsent(entry.prefix().first(), n -> new ArrayList<>(1))
          .add(entry);
    }
  }

  /** The entries whose prefixes have one length, by their first address, in order. */
  private record Level(int length, Map<Ip, List<Entry>> byNetwork) {}

  /** Longest prefix first. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The entries for a destination of which any may be taken: those of the longest prefix that has
   * one that leads somewhere. A connected subnet goes before routes of its prefix. Empty when there
   * is no route.
   *
   * @param leads whether an entry's next hop is up
   */
  public List<Entry> lookup(Ip destination, Predicate<Entry> leads) {
    for (Level level : levels.getOrDefault(destination.family(), List.of())) {
      Ip network = Prefix.around(destination, level.length()).first();
      List<Entry> equal = level.byNetwork().getOrDefault(network, List.of());
      if (!equal.isEmpty() && equal.get(0).via() == null) {
        return List.of(equal.get(0));
      }
      List<Entry> leading =
          equal.stream().allMatch(leads) ? equal : equal.stream().filter(leads).toList();
      if (!leading.isEmpty()) {
        return leading;
      }
    }
    return List.of();
  }
}
