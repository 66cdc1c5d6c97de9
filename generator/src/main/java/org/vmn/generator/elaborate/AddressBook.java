package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.Values;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * Which addresses of each subnet are taken, and by whom. What the source states is claimed first;
 * then routers and machines take the lowest that are free.
 */
final class AddressBook {
  private final Context context;
  private final Collection<Segment> all;
  private final Map<Prefix, TreeMap<Ip, Claim>> claims = new HashMap<>();

  /**
   * Below it everything is taken, so that many machines on one segment don't ask for the same
   * again.
   */
  private final Map<Prefix, Ip> lowestFree = new HashMap<>();

  /** What owners had before, while nobody states it and they have not taken it again. */
  private final Map<String, List<IpRange>> kept = new HashMap<>();

  /** How often an owner has taken addresses of a subnet. */
  private final Map<String, Integer> takes = new HashMap<>();

  /**
   * @param kept for whom it is held, or null when it is taken
   */
  private record Claim(IpRange range, String who, Origin origin, @Nullable String kept) {}

  AddressBook(Context context, Collection<Segment> segments) {
    this.context = context;
    all = segments;
    Map<String, Segment> named = new HashMap<>();
    segments.forEach(segment -> named.put(segment.name(), segment));
    for (Fact fact : context.choices().kept(Fact.Kind.ADDRESS)) {
      Segment segment = named.get(Values.segment(fact.owner()));
      if (segment != null && context.declares(fact.owner())) {
        Values.ranges(fact.value()).forEach(range -> keep(fact.owner(), range, segment));
      }
    }
  }

  private void keep(String owner, IpRange range, Segment segment) {
    for (Prefix subnet : segment.subnets()) {
      TreeMap<Ip, Claim> of = claims.computeIfAbsent(subnet, s -> new TreeMap<>());
      if (range.first().compareTo(subnet.firstHost()) >= 0
          && range.last().compareTo(subnet.lastHost()) <= 0
          && overlapping(of, range) == null) {
        String key = owner + " " + subnet;
        of.put(range.first(), new Claim(range, owner, Origin.NONE, key));
        kept.computeIfAbsent(key, k -> new ArrayList<>()).add(range);
        return;
      }
    }
  }

  private static @Nullable Claim overlapping(NavigableMap<Ip, Claim> of, IpRange range) {
    Map.Entry<Ip, Claim> before = of.floorEntry(range.last());
    return before != null && before.getValue().range().overlaps(range) ? before.getValue() : null;
  }

  /**
   * The subnet of the segment that the address belongs to; null, with a problem reported, when
   * there is none or it is taken.
   */
  @Nullable Prefix claim(Segment segment, IpRange range, String who, Origin origin) {
    for (Prefix subnet : segment.subnets()) {
      if (holds(subnet, range)) {
        return claim(subnet, range, who, origin) ? subnet : null;
      }
    }
    context.report(
        Problem.of(
                Code.ADDRESS_OUTSIDE,
                origin,
                "`" + range + "` is in no subnet of `" + segment.name() + "`")
            .label(segment.origin(), "`" + segment.name() + "` has " + join(segment.subnets()))
            .help("take one of " + hosts(segment.subnets()) + elsewhere(range)));
    return null;
  }

  /** The other way out: the segment that has it, if one does. */
  private String elsewhere(IpRange range) {
    return all.stream()
        .filter(s -> s.subnets().stream().anyMatch(p -> holds(p, range)))
        .findFirst()
        .map(s -> ", or name `" + s.name() + "` instead, which has it")
        .orElse(", or mend the subnet");
  }

  private static boolean holds(Prefix subnet, IpRange range) {
    return subnet.contains(range.first()) && subnet.contains(range.last());
  }

  private boolean claim(Prefix subnet, IpRange range, String who, Origin origin) {
    if (range.first().compareTo(subnet.firstHost()) < 0
        || range.last().compareTo(subnet.lastHost()) > 0) {
      context.report(
          Problem.of(Code.ADDRESS_OUTSIDE, origin, unusable(subnet, range))
              .help("take one of " + hosts(List.of(subnet))));
      return false;
    }
    TreeMap<Ip, Claim> of = claims.computeIfAbsent(subnet, s -> new TreeMap<>());
    Claim other = overlapping(of, range);
    while (other != null && other.kept() != null) {
      release(of, other);
      other = overlapping(of, range);
    }
    if (other != null) {
      context.report(
          Problem.of(
                  Code.ADDRESS_TAKEN,
                  origin,
                  "`" + range + "` for " + who + " is taken by " + other.who())
              .label(other.origin(), other.who() + " has " + other.range())
              .help("take an address of " + subnet + " that nobody has"));
      return false;
    }
    of.put(range.first(), new Claim(range, who, origin, null));
    return true;
  }

  /** Which of the addresses no machine can have: the subnet's first, its last, or both. */
  private static String unusable(Prefix subnet, IpRange range) {
    Ip lowest = subnet.first();
    boolean below = range.contains(lowest) && lowest.compareTo(subnet.firstHost()) < 0;
    boolean above = range.last().compareTo(subnet.lastHost()) > 0;
    String ofSubnet = "`" + lowest + "` is the address of subnet " + subnet + " itself";
    String broadcast =
        "`" + range.last() + "` is the broadcast address" + (below ? "" : " of subnet " + subnet);
    String among =
        range.size() == 1
            ? ""
            : ", and is one of " + range.size() + " from `" + range.first() + "`";
    return below && above
        ? ofSubnet + ", and " + broadcast
        : (below ? ofSubnet : broadcast) + among;
  }

  /** What is stated comes before what was chosen: who had it chooses again. */
  private void release(Map<Ip, Claim> of, Claim held) {
    of.remove(held.range().first());
    List<IpRange> ranges = held.kept() == null ? null : kept.get(held.kept());
    if (ranges != null) {
      ranges.remove(held.range());
    }
  }

  /**
   * As many addresses as are asked for, as ranges: first those that the owner had before, then the
   * lowest that are free. Empty, with a problem reported, when there aren't as many.
   *
   * @param owner a declaration's name
   */
  List<IpRange> take(
      Segment segment, Prefix subnet, int count, String owner, String who, Origin origin) {
    TreeMap<Ip, Claim> of = claims.computeIfAbsent(subnet, s -> new TreeMap<>());
    int time = takes.merge(owner + " " + subnet, 1, Integer::sum);
    String key = owner + "." + segment.name() + (time == 1 ? "" : "#" + time);
    List<IpRange> found = again(of, key + " " + subnet, count);
    found.forEach(range -> of.put(range.first(), new Claim(range, who, origin, null)));
    int had = found.size();
    long missing = count - found.stream().mapToLong(IpRange::size).sum();
    Ip at = lowestFree.getOrDefault(subnet, subnet.firstHost());
    Ip end = subnet.lastHost();
    for (Claim claim : of.tailMap(at, true).values()) {
      if (missing == 0) {
        break;
      }
      if (missing > 0 && at.compareTo(claim.range().first()) < 0) {
        missing -= add(found, new IpRange(at, claim.range().first().previous()), missing);
      }
      at = claim.range().last().next();
    }
    if (missing > 0 && at.compareTo(end) <= 0 && subnet.contains(at)) {
      missing -= add(found, new IpRange(at, end), missing);
    }
    if (missing > 0) {
      context.report(
          Problem.of(
                  Code.SUBNET_FULL,
                  origin,
                  who
                      + " needs "
                      + count
                      + (count == 1 ? " address" : " addresses")
                      + ", and subnet "
                      + subnet
                      + " of `"
                      + segment.name()
                      + "` has "
                      + (count - missing)
                      + " left")
              .label(segment.origin(), "`" + segment.name() + "` is declared here")
              .help("widen the subnet of `" + segment.name() + "`"));
      return List.of();
    }
    List<IpRange> fresh = found.subList(had, found.size());
    if (!fresh.isEmpty()) {
      lowestFree.put(subnet, fresh.get(fresh.size() - 1).last().next());
      fresh.forEach(range -> of.put(range.first(), new Claim(range, who, origin, null)));
    }
    context.choices().chose(Fact.Kind.ADDRESS, key, Values.ranges(found));
    return found;
  }

  /** The first addresses that an owner had before; the others are free again. */
  private List<IpRange> again(Map<Ip, Claim> of, String key, int count) {
    List<IpRange> found = new ArrayList<>();
    long missing = count;
    List<IpRange> had = kept.remove(key);
    for (IpRange range : had == null ? List.<IpRange>of() : had) {
      of.remove(range.first());
      if (missing > 0) {
        missing -= add(found, range, missing);
      }
    }
    return found;
  }

  private static long add(List<IpRange> found, IpRange free, long most) {
    IpRange part =
        free.size() <= most ? free : new IpRange(free.first(), free.first().plus(most - 1));
    found.add(part);
    return part.size();
  }

  /** All addresses of a subnet that nobody has. */
  IpSet free(Prefix subnet) {
    IpSet all = IpSet.of(List.of(new IpRange(subnet.firstHost(), subnet.lastHost())));
    TreeMap<Ip, Claim> of = claims.getOrDefault(subnet, new TreeMap<>());
    return all.minus(IpSet.of(of.values().stream().map(Claim::range).toList()));
  }

  private static String hosts(List<Prefix> subnets) {
    return subnets.stream()
        .map(subnet -> subnet.firstHost() + " to " + subnet.lastHost())
        .collect(Collectors.joining(", or "));
  }

  private static String join(List<Prefix> subnets) {
    return String.join(", ", subnets.stream().map(Prefix::toString).toList());
  }
}
