package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.explore.Probes;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.value.Ip;

/**
 * A claim about connections as one trial for each pair of machines that the network can tell from
 * others: by their classes, by the kinds of their hosts, and by whether they share one.
 */
final class Trials {
  private final Parties parties;
  private final Probes probes;
  private final HostKinds kinds;

  Trials(Classes classes, HostKinds kinds) {
    parties = classes.parties();
    probes = classes.probes();
    this.kinds = kinds;
  }

  /** Gets trials until it returns true. */
  interface Visitor {
    boolean visit(Trial trial);
  }

  /** Whether the visitor ended it. */
  boolean each(Claim.Reach claim, Visitor visitor) {
    for (Pair pair : pairs(claim.from(), claim.to())) {
      if (claim.mode() != Claim.Mode.CANNOT_REACH) {
        for (Probe probe : probes.of(claim.traffic(), pair.to())) {
          if (reaches(pair, probe, visitor)) {
            return true;
          }
        }
      }
      if (claim.mode() != Claim.Mode.REACHES) {
        List<Probe> closed =
            claim.mode() == Claim.Mode.CANNOT_REACH
                ? probes.of(claim.traffic(), pair.to())
                : probes.otherThan(claim.traffic(), pair.to());
        for (Probe probe : closed) {
          if (visitor.visit(leaks(pair, probe))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean reaches(Pair pair, Probe probe, Visitor visitor) {
    for (Ip.Family family : Ip.Family.values()) {
      Predicate<Walk> bad = walk -> !walk.completes();
      Trial trial = pair.trial(a -> a.asGuestsDo(pair.from(), pair.to(), family), true, probe, bad);
      if (visitor.visit(trial)) {
        return true;
      }
    }
    return false;
  }

  private static Trial leaks(Pair pair, Probe probe) {
    List<Ip> to = Attempts.addresses(pair.to());
    return pair.trial(a -> a.everything(pair.from(), to), false, probe, Walk::arrives);
  }

  /** One that connects, and what it connects to. */
  private record Pair(Party from, Party to) {
    Trial trial(
        Function<Attempts, List<Attempts.Try>> tries,
        boolean all,
        Probe probe,
        Predicate<Walk> bad) {
      Set<Element> ends = new LinkedHashSet<>();
      Set<Ref> hosts = new LinkedHashSet<>();
      for (Party party : Arrays.asList(from, to)) {
        if (party instanceof Party.Replicas r) {
          int offset = r.up().get(0);
          Ref host = r.machine().placement().hostOf(offset);
          hosts.add(host);
          ends.add(new Element.OfHost(host));
          ends.add(new Element.OfMachine(r.machine().ref(offset)));
        }
      }
      return new Trial(tries, all, probe, bad, ends, hosts);
    }
  }

  private Collection<Pair> pairs(Endpoints from, Endpoints to) {
    Set<Party> sources = wholes(parties.sources(from));
    Set<Party> destinations = wholes(parties.of(to));
    List<Pair> pairs = new ArrayList<>();
    for (Party source : sources) {
      for (Party destination : destinations) {
        Set<List<Object>> seen = new HashSet<>();
        for (Party one : members(source)) {
          for (Party other : members(destination)) {
            if (Attempts.differ(one, other) && seen.add(places(one, other))) {
              pairs.add(new Pair(one, other));
            }
          }
        }
      }
    }
    return pairs;
  }

  private List<Object> places(Party one, Party other) {
    Ref from = host(one);
    Ref to = host(other);
    return Arrays.asList(
        from == null ? "" : kinds.kind(from),
        to == null ? "" : kinds.kind(to),
        from != null && from.equals(to));
  }

  private static @Nullable Ref host(Party party) {
    return party instanceof Party.Replicas r ? r.machine().placement().hostOf(r.up().get(0)) : null;
  }

  /** Those that stand for a class, one by one. */
  private List<Party> members(Party party) {
    if (!(party instanceof Party.Replicas r)) {
      return List.of(party);
    }
    List<Party> members = new ArrayList<>();
    for (int i : kinds.representatives(r, List.of(), offset -> true)) {
      members.add(
          new Party.Replicas(r.machine(), r.first(), r.last(), r.nics(), r.within(), List.of(i)));
    }
    return members;
  }

  static Set<Party> wholes(List<Party> parties) {
    Set<Party> all = new LinkedHashSet<>();
    parties.forEach(p -> all.add(p instanceof Party.Replicas r ? whole(r) : p));
    return all;
  }

  /** A class whatever is up of it: where hosts matter there is one for each group of them. */
  static Party.Replicas whole(Party.Replicas of) {
    return new Party.Replicas(
        of.machine(), of.first(), of.last(), of.nics(), of.within(), List.of());
  }

  /** The hosts that a wire is plugged into. */
  static List<Ref> hostsOf(Network network, String link) {
    List<Ref> hosts = new ArrayList<>();
    for (Link wire : network.links()) {
      for (Link.End end : List.of(wire.a(), wire.b())) {
        if (wire.name().equals(link) && end instanceof Link.Port port) {
          hosts.add(port.uplink().host());
        }
      }
    }
    return hosts;
  }
}
