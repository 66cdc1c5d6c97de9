package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.prove.ClassProver.Answer;
import org.vmn.runtime.value.Ip;

/**
 * Tries connections from one class to another. Of two classes that overlap, two different replicas
 * are taken: a machine's connections to itself never leave it.
 */
final class Attempts {
  private final Forwarding forwarding;
  private final Parties parties;

  Attempts(Forwarding forwarding, Parties parties) {
    this.forwarding = forwarding;
    this.parties = parties;
  }

  /** A connection to try: where it starts, the address that it comes from, where it goes. */
  private record Attempt(Place start, Ip from, Ip to) {}

  /**
   * {@code reaches}: in every address family that both have, some address of the destination
   * answers, whichever target a balancer chooses. The source sends as a guest's own routing table
   * says.
   */
  Answer reaches(Party source, Party destination, Probe probe) {
    Pair pair = pair(source, destination);
    if (pair == null) {
      return Answer.holds(0);
    }
    Set<Ip.Family> families = new TreeSet<>(families(pair.destination()));
    families.retainAll(families(pair.source()));
    if (families.isEmpty()) {
      return new Answer(true, null, "they have no address family in common", 0);
    }
    int walks = 0;
    for (Ip.Family family : families) {
      Walk failed = null;
      boolean reached = false;
      for (Attempt attempt : attempts(pair, family, true)) {
        Walk bad = null;
        for (Walk walk : walks(attempt, probe, 0)) {
          walks++;
          bad = bad == null && !walk.completes() ? walk : bad;
        }
        reached |= bad == null;
        failed = failed == null ? bad : failed;
      }
      if (!reached) {
        return new Answer(true, failed, "", walks);
      }
    }
    return Answer.holds(walks);
  }

  /**
   * {@code cannot reach}: from no adapter, through no router, to no address and no target does a
   * first packet arrive. Whether an answer would find its way back makes no difference: what has
   * arrived has leaked.
   */
  Answer leaks(Party source, Party destination, Probe probe) {
    Pair pair = pair(source, destination);
    int walks = 0;
    if (pair == null) {
      return Answer.holds(0);
    }
    for (Ip.Family family : Ip.Family.values()) {
      for (Attempt attempt : attempts(pair, family, false)) {
        for (int exit = 0; exit < Math.max(1, exits(attempt)); exit++) {
          for (Walk walk : walks(attempt, probe, exit)) {
            walks++;
            if (walk.arrives()) {
              return new Answer(true, walk, "", walks);
            }
          }
        }
      }
    }
    return Answer.holds(walks);
  }

  private int exits(Attempt attempt) {
    String segment =
        switch (attempt.start()) {
          case Place.Adapter a -> a.nic().segment();
          case Place.Outside o -> o.external().segment();
        };
    return forwarding.exits(segment, attempt.to().family()).size();
  }

  /** Source and destination with the replicas that represent them. */
  private record Pair(Party source, int sourceOffset, Party destination, int destinationOffset) {}

  private static @Nullable Pair pair(Party source, Party destination) {
    int from = source instanceof Party.Replicas s ? s.first() : 0;
    int to = destination instanceof Party.Replicas d ? d.first() : 0;
    if (source instanceof Party.Replicas s
        && destination instanceof Party.Replicas d
        && s.overlaps(d)
        && from == to) {
      if (d.several()) {
        to++;
      } else if (s.several()) {
        from++;
      } else {
        return null;
      }
    }
    return new Pair(source, from, destination, to);
  }

  private static Set<Ip.Family> families(Party party) {
    Set<Ip.Family> families = new TreeSet<>();
    switch (party) {
      case Party.Replicas r ->
          r.nics().forEach(n -> r.at(n, r.first()).forEach(ip -> families.add(ip.family())));
      case Party.Outside o -> families.add(o.addresses().first().family());
      case Party.Virtual v -> families.add(v.balancer().address().family());
      case Party.Literal l -> families.add(l.addresses().first().family());
    }
    return families;
  }

  private List<Attempt> attempts(Pair pair, Ip.Family family, boolean asGuestsDo) {
    List<Attempt> attempts = new ArrayList<>();
    for (Ip to : addresses(pair.destination(), pair.destinationOffset(), family)) {
      switch (pair.source()) {
        case Party.Replicas r -> {
          List<Nic> nics = asGuestsDo ? List.of(forwarding.outgoing(r.nics(), to)) : r.nics();
          for (Nic nic : nics) {
            for (Ip from : of(r.at(nic, pair.sourceOffset()), family)) {
              attempts.add(
                  new Attempt(new Place.Adapter(r.machine(), pair.sourceOffset(), nic), from, to));
            }
          }
        }
        case Party.Outside o -> {
          if (o.addresses().first().family() == family) {
            attempts.add(new Attempt(new Place.Outside(o.external()), o.addresses().first(), to));
          }
        }
        default -> {}
      }
    }
    return attempts;
  }

  private static List<Ip> addresses(Party party, int offset, Ip.Family family) {
    return switch (party) {
      case Party.Replicas r ->
          of(r.nics().stream().flatMap(n -> r.at(n, offset).stream()).toList(), family);
      case Party.Outside o -> of(List.of(o.addresses().first()), family);
      case Party.Virtual v -> of(List.of(v.balancer().address()), family);
      case Party.Literal l -> of(List.of(l.addresses().first()), family);
    };
  }

  private static List<Ip> of(List<Ip> ips, Ip.Family family) {
    return ips.stream().filter(ip -> ip.family() == family).toList();
  }

  /**
   * One walk; at a balancer, one for each class of targets, and one for the sender itself where it
   * is a target.
   */
  private List<Walk> walks(Attempt attempt, Probe probe, int exit) {
    Packet packet = Packet.opening(attempt.from(), attempt.to(), probe.protocol(), probe.port());
    List<Walk> walks = new ArrayList<>();
    for (Balancer balancer : forwarding.network().balancers()) {
      if (Translation.matches(balancer, packet)) {
        for (Translation.Target target : targets(balancer, attempt.start())) {
          walks.add(forwarding.walk(attempt.start(), packet, target, exit));
        }
        return walks;
      }
    }
    return List.of(forwarding.walk(attempt.start(), packet, null, exit));
  }

  private Set<Translation.Target> targets(Balancer balancer, Place start) {
    Set<Translation.Target> targets = new LinkedHashSet<>();
    for (Member.Machines member : balancer.targets()) {
      for (Party.Replicas r : parties.replicas(member)) {
        targets.add(new Translation.Target(r.machine(), r.first()));
        targets.add(new Translation.Target(r.machine(), r.first() + (r.several() ? 1 : 0)));
        Machine machine = r.machine();
        if (start instanceof Place.Adapter a
            && a.machine().equals(machine)
            && r.first() <= a.offset()
            && a.offset() <= r.last()) {
          targets.add(new Translation.Target(machine, a.offset()));
        }
      }
    }
    return targets;
  }
}
