package org.vmn.runtime.explore;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Translation.Target;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;

/**
 * Tries connections from one class to another, with every choice that the network leaves open. Of
 * two classes that overlap, two different replicas are taken: a machine's connections to itself
 * never leave it.
 */
public final class Attempts {
  private final Forwarding forwarding;
  private final Parties parties;

  public Attempts(Forwarding forwarding, Parties parties) {
    this.forwarding = forwarding;
    this.parties = parties;
  }

  /** A connection to try: where it starts, the address that it comes from, where it goes. */
  private record Attempt(Place start, Ip from, Ip to) {}

  /**
   * A connection to try, and how it leaves.
   *
   * @param exit which of the exits of its segment the source uses, or {@link Exit#USUAL}
   */
  public record Try(Place start, Ip from, Ip to, int exit) {}

  /**
   * What {@code reaches} tries in a family: one that completes is enough. Empty where the family
   * isn't asked of this pair.
   */
  public List<Try> asGuestsDo(Party source, Party destination, Ip.Family family) {
    Pair pair = pair(source, destination);
    if (pair == null || !asked(pair).contains(family)) {
      return List.of();
    }
    return attempts(pair, addresses(pair, family), true).stream()
        .map(a -> new Try(a.start(), a.from(), a.to(), Exit.USUAL))
        .toList();
  }

  /** All that a source can begin: from every adapter, through every router. */
  public List<Try> everything(Party source, List<Ip> destinations) {
    int offset = source instanceof Party.Replicas r ? r.up().get(0) : 0;
    List<Try> all = new ArrayList<>();
    for (Attempt a : attempts(new Pair(source, offset, source, offset), destinations, false)) {
      for (int exit = 0; exit < Math.max(1, exits(a)); exit++) {
        all.add(new Try(a.start(), a.from(), a.to(), exit));
      }
    }
    return all;
  }

  /** The families in which the one must reach the other. */
  private static Set<Ip.Family> asked(Pair pair) {
    Set<Ip.Family> families = new TreeSet<>(families(pair.destination()));
    families.retainAll(families(pair.source()));
    // Addresses outside are tried in their own family only; the others' parties have theirs.
    families.removeIf(f -> !speaks(pair.source(), f) || !speaks(pair.destination(), f));
    return families;
  }

  /**
   * {@code reaches}: in every address family that both have, some address of the destination
   * answers, whatever the network chooses. The source sends as a guest's own routing table says.
   */
  public Answer reaches(Party source, Party destination, Probe probe) {
    Pair pair = pair(source, destination);
    if (pair == null) {
      return Answer.holds(0);
    }
    Set<Ip.Family> families = new TreeSet<>(families(pair.destination()));
    families.retainAll(families(pair.source()));
    if (families.isEmpty()) {
      return new Answer(true, null, strangers(pair), 0);
    }
    // Addresses outside are tried in their own family only; the others' parties have theirs.
    families.removeIf(f -> !speaks(pair.source(), f) || !speaks(pair.destination(), f));
    int walks = 0;
    for (Ip.Family family : families) {
      Walk failed = null;
      boolean reached = false;
      for (Attempt attempt : attempts(pair, addresses(pair, family), true)) {
        Branches.Search search =
            search(attempt, probe, Exit.USUAL, true, walk -> !walk.completes());
        if (search.gaveUp()) {
          return Answer.holds(Answer.GAVE_UP);
        }
        walks += search.walks();
        reached |= search.found() == null;
        failed = failed == null ? search.found() : failed;
      }
      if (!reached) {
        return new Answer(true, failed, "", walks);
      }
    }
    return Answer.holds(walks);
  }

  /**
   * {@code cannot reach}: from no adapter, through no router, to no address and with no choice does
   * a first packet arrive. Whether an answer would find its way back makes no difference: what has
   * arrived has leaked.
   */
  public Answer leaks(Party source, Party destination, Probe probe) {
    Pair pair = pair(source, destination);
    return pair == null
        ? Answer.holds(0)
        : any(pair, everyAddress(pair), probe, true, Walk::arrives);
  }

  private static List<Ip> everyAddress(Pair pair) {
    List<Ip> all = new ArrayList<>();
    for (Ip.Family family : Ip.Family.values()) {
      all.addAll(addresses(pair, family));
    }
    return all;
  }

  /**
   * The same for those first packets that are wanted.
   *
   * @param wanted asked only of walks that arrive
   */
  public Answer leaks(Party source, Party destination, Probe probe, Predicate<Walk> wanted) {
    Pair pair = pair(source, destination);
    if (pair == null) {
      return Answer.holds(0);
    }
    return any(pair, everyAddress(pair), probe, false, walk -> walk.arrives() && wanted.test(walk));
  }

  /** Whether there are two different members, one of each class. */
  public static boolean differ(Party source, Party destination) {
    return pair(source, destination) != null;
  }

  /** Follows all that {@code leaks} would look at. */
  public void each(Party source, Party destination, Probe probe, Consumer<Walk> visitor) {
    Pair pair = pair(source, destination);
    if (pair != null) {
      List<Ip> to = addresses(pair.destination(), pair.destinationOffset());
      any(
          pair,
          to,
          probe,
          false,
          walk -> {
            visitor.accept(walk);
            return false;
          });
    }
  }

  /**
   * Looks for a walk among all that a source can begin: from every adapter, through every router,
   * with every choice.
   *
   * @param destinations the addresses to try
   */
  public Answer any(Party source, List<Ip> destinations, Probe probe, Predicate<Walk> wanted) {
    int offset = source instanceof Party.Replicas r ? r.up().get(0) : 0;
    return any(new Pair(source, offset, source, offset), destinations, probe, false, wanted);
  }

  private Answer any(
      Pair pair, List<Ip> destinations, Probe probe, boolean outcome, Predicate<Walk> wanted) {
    int walks = 0;
    for (Attempt attempt : attempts(pair, destinations, false)) {
      for (int exit = 0; exit < Math.max(1, exits(attempt)); exit++) {
        Branches.Search search = search(attempt, probe, exit, outcome, wanted);
        if (search.gaveUp()) {
          return Answer.holds(Answer.GAVE_UP);
        }
        walks += search.walks();
        if (search.found() != null) {
          return new Answer(true, search.found(), "", walks);
        }
      }
    }
    return Answer.holds(walks);
  }

  /** What is outside comes in through routers only. */
  private int exits(Attempt attempt) {
    Ip.Family family = attempt.to().family();
    return switch (attempt.start()) {
      case Place.Adapter a -> forwarding.exits(a.nic().segment(), family).size();
      case Place.Outside o ->
          (int)
              forwarding.exits(o.external().segment(), family).stream()
                  .filter(Exit.ThroughRouter.class::isInstance)
                  .count();
    };
  }

  /** Source and destination with the replicas that represent them. */
  private record Pair(Party source, int sourceOffset, Party destination, int destinationOffset) {}

  /**
   * Null when both are one and the same, whose connections to itself never come here, and for a
   * balancer, which opens none.
   */
  private static @Nullable Pair pair(Party source, Party destination) {
    if (source instanceof Party.Virtual) {
      return null;
    }
    if (source instanceof Party.Replicas s) {
      return switch (destination) {
        case Party.Replicas d -> pair(s, d);
        case Party.Literal l -> pair(s, l);
        default -> new Pair(s, s.up().get(0), destination, 0);
      };
    }
    boolean same =
        source instanceof Party.Outside s
            && destination instanceof Party.Outside d
            && s.external().equals(d.external());
    int to = destination instanceof Party.Replicas d ? d.up().get(0) : 0;
    return same ? null : new Pair(source, 0, destination, to);
  }

  private static @Nullable Pair pair(Party.Replicas source, Party.Replicas destination) {
    int from = source.up().get(0);
    int to = destination.up().get(0);
    if (!source.machine().equals(destination.machine()) || from != to) {
      return new Pair(source, from, destination, to);
    } else if (destination.up().size() > 1) {
      return new Pair(source, from, destination, destination.up().get(1));
    }
    return source.up().size() > 1 ? new Pair(source, source.up().get(1), destination, to) : null;
  }

  private static @Nullable Pair pair(Party.Replicas source, Party.Literal destination) {
    int from = source.up().get(0);
    IpRange meant = destination.addresses();
    boolean own =
        source.machine().nics().stream().anyMatch(nic -> nic.at(from).contains(meant.first()));
    if (!own) {
      return new Pair(source, from, destination, 0);
    } else if (meant.size() > 1) {
      IpRange rest = new IpRange(meant.first().next(), meant.last());
      return new Pair(source, from, new Party.Literal(rest), 0);
    }
    return source.up().size() > 1 ? new Pair(source, source.up().get(1), destination, 0) : null;
  }

  private static Set<Ip.Family> families(Party party) {
    Set<Ip.Family> families = new TreeSet<>();
    switch (party) {
      case Party.Replicas r ->
          r.nics().forEach(n -> r.at(n, r.first()).forEach(ip -> families.add(ip.family())));
      case Party.Outside o -> families.addAll(o.families());
      case Party.Virtual v -> families.add(v.balancer().address().family());
      case Party.Literal l -> families.add(l.addresses().first().family());
    }
    return families;
  }

  private static String strangers(Pair pair) {
    return Strangers.reason(
        name(pair.source(), pair.sourceOffset()),
        families(pair.source()),
        name(pair.destination(), pair.destinationOffset()),
        families(pair.destination()));
  }

  private static String name(Party party, int offset) {
    return switch (party) {
      case Party.Replicas r -> r.machine().ref(offset).toString();
      case Party.Outside o -> o.external().name();
      case Party.Virtual v -> v.balancer().name();
      case Party.Literal l -> l.addresses().first().toString();
    };
  }

  private static boolean speaks(Party party, Ip.Family family) {
    return !(party instanceof Party.Outside o) || o.addresses().first().family() == family;
  }

  private List<Attempt> attempts(Pair pair, List<Ip> destinations, boolean asGuestsDo) {
    List<Attempt> attempts = new ArrayList<>();
    for (Ip to : destinations) {
      switch (pair.source()) {
        case Party.Replicas r -> {
          List<Nic> nics = asGuestsDo ? List.of(forwarding.outgoing(r.nics(), to)) : r.nics();
          for (Nic nic : nics) {
            List<Ip> own = of(r.at(nic, pair.sourceOffset()), to.family());
            for (Ip from : asGuestsDo || !nic.spoof() ? own : forged(own, to.family())) {
              attempts.add(
                  new Attempt(new Place.Adapter(r.machine(), pair.sourceOffset(), nic), from, to));
            }
          }
        }
        case Party.Outside o -> {
          if (o.addresses().first().family() == to.family()) {
            attempts.add(new Attempt(new Place.Outside(o.external()), o.addresses().first(), to));
          }
        }
        default -> {}
      }
    }
    return attempts;
  }

  /** The addresses of those that stand for a class. */
  public static List<Ip> addresses(Party party) {
    return party instanceof Party.Replicas r
        ? r.up().stream().flatMap(offset -> addresses(r, offset).stream()).toList()
        : addresses(party, 0);
  }

  /** Sources of who may forge: its own, then one of each class of all addresses. */
  private List<Ip> forged(List<Ip> own, Ip.Family family) {
    List<Ip> all = new ArrayList<>(own);
    parties.everyAddress(family).stream().map(IpRange::first).forEach(all::add);
    return all;
  }

  private static List<Ip> addresses(Pair pair, Ip.Family family) {
    return of(addresses(pair.destination(), pair.destinationOffset()), family);
  }

  private static List<Ip> addresses(Party party, int offset) {
    return switch (party) {
      case Party.Replicas r -> r.nics().stream().flatMap(n -> r.at(n, offset).stream()).toList();
      case Party.Outside o -> List.of(o.addresses().first());
      case Party.Virtual v -> List.of(v.balancer().address());
      case Party.Literal l -> List.of(l.addresses().first());
    };
  }

  private static List<Ip> of(List<Ip> ips, Ip.Family family) {
    return ips.stream().filter(ip -> ip.family() == family).toList();
  }

  /**
   * @param outcome whether no more is wanted of a walk than how it ends
   */
  private Branches.Search search(
      Attempt attempt, Probe probe, int exit, boolean outcome, Predicate<Walk> wanted) {
    Packet packet = Packet.opening(attempt.from(), attempt.to(), probe.protocol(), probe.port());
    Branches.Representatives pools = pool -> members(pool, attempt.start());
    Branches branches = outcome ? Branches.outcomes(pools) : Branches.all(pools);
    return branches.search(
        choices -> forwarding.walk(attempt.start(), packet, choices, exit), wanted);
  }

  /** Replicas that stand for a pool, and the sender itself where it is in it. */
  private List<Target> members(Choices.Pool pool, Place start) {
    Set<Target> members = new LinkedHashSet<>();
    for (Member.Machines member : pool.members()) {
      for (Party.Replicas r : parties.replicas(member)) {
        r.up().forEach(offset -> members.add(new Target(r.machine(), offset)));
        if (start instanceof Place.Adapter a
            && a.machine().equals(r.machine())
            && r.first() <= a.offset()
            && a.offset() <= r.last()) {
          members.add(new Target(r.machine(), a.offset()));
        }
      }
    }
    return List.copyOf(members);
  }
}
