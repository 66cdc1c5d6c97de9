package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Universe;
import org.vmn.runtime.prove.reach.Reach;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.prove.sides.Side;
import org.vmn.runtime.prove.sides.Target;
import org.vmn.runtime.prove.sides.Use;
import org.vmn.runtime.value.Ip;

/** Looks for connections from a side to a target that refute a claim. */
final class Decider {
  private final Forwarding forwarding;
  private final Universe universe;
  private final Supplier<Effort> effort;

  /**
   * @param effort what may be spent just now
   */
  Decider(Forwarding forwarding, Universe universe, Supplier<Effort> effort) {
    this.effort = effort;
    this.forwarding = forwarding;
    this.universe = universe;
  }

  /** Connections of which a first packet arrives, on some of the traffic. */
  void leaks(Side side, Target target, List<Interval> traffic, Found found) {
    effort.get().spend(0);
    for (Target.Address address : target.addresses()) {
      Reach reach = address.reach();
      Bits legs = side.withForged(address.family());
      for (Interval interval : traffic) {
        for (int i = find(reach, interval.first()); overlaps(reach, i, interval); i++) {
          Bits arrives = reach.arrives(i);
          int leg = legs.firstCommon(arrives);
          if (leg >= 0 && meetsOnlyItself(leg, target)) {
            leg = Pairs.withoutSelf(legs, side, target).firstCommon(arrives);
          }
          if (leg >= 0) {
            if (found.seen()) {
              return;
            }
            Bits all = Pairs.withoutSelf(legs, side, target).and(arrives);
            see(side, target, address, all, i, interval, found);
          }
        }
      }
    }
  }

  /**
   * Connections that don't complete: those of machines that fail on every address of the target in
   * some family that both have. Sources of another family than all of the target's are not seen
   * here.
   */
  void failures(Side side, Target target, List<Interval> traffic, Found found) {
    effort.get().spend(0);
    for (Ip.Family family : Ip.Family.values()) {
      List<Target.Address> addresses = new ArrayList<>(1);
      for (Target.Address address : target.addresses()) {
        if (address.family() == family) {
          addresses.add(address);
        }
      }
      if (addresses.size() == 1) {
        simple(side, target, addresses.get(0), traffic, found);
        choosing(side, side.choosing(family), target, addresses, traffic, found);
      } else if (addresses.size() > 1) {
        choosing(side, side.uses(family), target, addresses, traffic, found);
      }
      if (found.enough()) {
        return;
      }
    }
  }

  private void simple(
      Side side, Target target, Target.Address address, List<Interval> traffic, Found found) {
    Reach reach = address.reach();
    Bits legs = side.simple(address.family());
    for (Interval interval : traffic) {
      for (int i = find(reach, interval.first()); overlaps(reach, i, interval); i++) {
        Bits completes = reach.completes(i);
        int leg = legs.firstMissing(completes);
        if (leg >= 0 && meetsOnlyItself(leg, target)) {
          leg = Pairs.withoutSelf(legs, side, target).firstMissing(completes);
        }
        if (leg >= 0) {
          if (found.seen()) {
            return;
          }
          Bits all = Pairs.withoutSelf(legs, side, target).minus(completes);
          see(side, target, address, all, i, interval, found);
        }
      }
    }
  }

  private void see(
      Side side,
      Target target,
      Target.Address address,
      Bits legs,
      int i,
      Interval interval,
      Found found) {
    Reach.Nearest nearest = address.reach().nearest(legs, i);
    Leg leg = universe.legs().get(nearest.leg());
    if (found.beats(leg, nearest.hops())) {
      return;
    }
    Use use = Pairs.use(side, leg, target.use());
    int point = point(address.reach().cuts(), i, interval);
    found.see(Pairs.violation(side, leg, use, target, address, nearest.hops(), point));
  }

  /** Sources, or a target, with several addresses in a family: one that connects is enough. */
  private void choosing(
      Side side,
      List<Use> uses,
      Target target,
      List<Target.Address> addresses,
      List<Interval> traffic,
      Found found) {
    if (uses.isEmpty() && (addresses.size() < 2 || side.outside().isEmpty())) {
      return;
    }
    for (Interval interval : traffic) {
      for (Interval part : parts(addresses, interval)) {
        for (Use use : uses) {
          Use to = target.use();
          if ((to == null || use.meetsAnother(to))
              && !reached(use, addresses, part.first())
              && seen(side, use, target, addresses, part, found)) {
            return;
          }
        }
        if (addresses.size() > 1 && outside(side, target, addresses, part, found)) {
          return;
        }
      }
    }
  }

  private boolean outside(
      Side side, Target target, List<Target.Address> addresses, Interval part, Found found) {
    for (Leg leg : side.outside().keySet()) {
      boolean related = leg.address().family() == addresses.get(0).family();
      if (related && addresses.stream().noneMatch(a -> completes(a, leg, part.first()))) {
        if (found.seen()) {
          return true;
        }
        Target.Address first = addresses.get(0);
        found.see(Pairs.violation(side, leg, null, target, first, 0, lowest(part)));
      }
    }
    return false;
  }

  private boolean seen(
      Side side,
      Use use,
      Target target,
      List<Target.Address> addresses,
      Interval part,
      Found found) {
    if (found.seen()) {
      return true;
    }
    for (Target.Address address : addresses) {
      for (Leg leg : chosen(use, address)) {
        found.see(Pairs.violation(side, leg, use, target, address, 0, lowest(part)));
      }
    }
    return false;
  }

  private boolean reached(Use use, List<Target.Address> addresses, int point) {
    for (Target.Address address : addresses) {
      for (Leg leg : chosen(use, address)) {
        if (completes(address, leg, point)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The legs that a guest's own routing table uses towards an address. */
  private List<Leg> chosen(Use use, Target.Address address) {
    List<Leg> legs = use.legs(address.family());
    List<Nic> nics = use.nics();
    if (nics.size() < 2) {
      return legs;
    }
    Nic nic = forwarding.outgoing(nics, address.lowest());
    List<Nic> all = use.first().machine().nics();
    return legs.stream().filter(leg -> all.get(leg.nic()).name().equals(nic.name())).toList();
  }

  private static boolean completes(Target.Address address, Leg leg, int point) {
    Reach reach = address.reach();
    return reach.completes(find(reach, point)).contains(leg.number());
  }

  /** An interval cut wherever one of the addresses begins to be reached by others. */
  private static List<Interval> parts(List<Target.Address> addresses, Interval interval) {
    TreeSet<Integer> begins = new TreeSet<>();
    begins.add(interval.first());
    for (Target.Address address : addresses) {
      for (int cut : address.reach().cuts()) {
        if (interval.first() < cut && cut <= interval.last()) {
          begins.add(cut);
        }
      }
    }
    List<Interval> parts = new ArrayList<>(begins.size());
    for (int begin : begins) {
      @Nullable Integer next = begins.higher(begin);
      parts.add(new Interval(begin, next == null ? interval.last() : next - 1));
    }
    return parts;
  }

  private boolean meetsOnlyItself(int leg, Target target) {
    Use to = target.use();
    Leg from = universe.legs().get(leg);
    return to != null && from.owner() == to.endpoints()
        || from.external() != null && from.outside().name().equals(target.outside());
  }

  private static int find(Reach reach, int point) {
    int at = Arrays.binarySearch(reach.cuts(), point);
    return at >= 0 ? at : -at - 2;
  }

  private static boolean overlaps(Reach reach, int i, Interval interval) {
    int[] cuts = reach.cuts();
    return i < cuts.length && cuts[i] <= interval.last();
  }

  private static int point(int[] cuts, int i, Interval interval) {
    int first = Math.max(cuts[i], interval.first());
    int last = i + 1 < cuts.length ? Math.min(cuts[i + 1] - 1, interval.last()) : interval.last();
    return lowest(new Interval(first, last));
  }

  /** Nothing listens on port 0: where others are treated alike, the next one stands for it. */
  private static int lowest(Interval interval) {
    int first = interval.first();
    return Points.isPortZero(first) && first < interval.last() ? first + 1 : first;
  }
}
