package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
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
  private final Map<Prefix, TreeMap<Ip, Claim>> claims = new HashMap<>();

  /** Below it everything is taken, so that many machines on one segment don't ask for the same again. */
  private final Map<Prefix, Ip> lowestFree = new HashMap<>();

  private record Claim(IpRange range, String who, Origin origin) {}

  AddressBook(Context context) {
    this.context = context;
  }

  /**
   * The subnet of the segment that the address belongs to; null, with a problem reported, when
   * there is none or it is taken.
   */
  @Nullable Prefix claim(Segment segment, IpRange range, String who, Origin origin) {
    for (Prefix subnet : segment.subnets()) {
      if (subnet.contains(range.first()) && subnet.contains(range.last())) {
        return claim(subnet, range, who, origin) ? subnet : null;
      }
    }
    context.report(
        Problem.of(
                Code.ADDRESS_OUTSIDE,
                origin,
                "`" + range + "` is in no subnet of `" + segment.name() + "`")
            .label(segment.origin(), "`" + segment.name() + "` has " + join(segment.subnets())));
    return null;
  }

  private boolean claim(Prefix subnet, IpRange range, String who, Origin origin) {
    if (range.first().compareTo(subnet.firstHost()) < 0
        || range.last().compareTo(subnet.lastHost()) > 0) {
      context.report(
          Code.ADDRESS_OUTSIDE,
          origin,
          "`"
              + range
              + "` is the address of the subnet "
              + subnet
              + " itself, or its broadcast address");
      return false;
    }
    TreeMap<Ip, Claim> of = claims.computeIfAbsent(subnet, s -> new TreeMap<>());
    Map.Entry<Ip, Claim> before = of.floorEntry(range.last());
    if (before != null && before.getValue().range().overlaps(range)) {
      Claim other = before.getValue();
      context.report(
          Problem.of(
                  Code.ADDRESS_TAKEN,
                  origin,
                  "`" + range + "` for " + who + " is taken by " + other.who())
              .label(other.origin(), other.who() + " has " + other.range()));
      return false;
    }
    of.put(range.first(), new Claim(range, who, origin));
    return true;
  }

  /**
   * The lowest {@code count} free addresses, as ranges in ascending order; empty, with a problem
   * reported, when there aren't as many.
   */
  List<IpRange> take(Segment segment, Prefix subnet, int count, String who, Origin origin) {
    TreeMap<Ip, Claim> of = claims.computeIfAbsent(subnet, s -> new TreeMap<>());
    List<IpRange> found = new ArrayList<>();
    long missing = count;
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
    lowestFree.put(subnet, found.get(found.size() - 1).last().next());
    found.forEach(range -> of.put(range.first(), new Claim(range, who, origin)));
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

  private static String join(List<Prefix> subnets) {
    return String.join(", ", subnets.stream().map(Prefix::toString).toList());
  }
}
