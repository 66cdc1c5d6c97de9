package org.vmn.runtime.claims;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vmn.runtime.explore.Answer;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.explore.Probes;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/** Everything that anybody, inside or outside, can send to some addresses, and what is answered. */
final class Anything {
  private static final Endpoints ANYBODY =
      new Endpoints("any", List.of(new Member.Any()), List.of());

  private final Effort effort;
  private final Parties parties;
  private final Attempts attempts;
  private final Probes probes;

  /** For each address that devices translate, those that they put in its place. */
  private final Map<Ip, Set<Ip>> insides = new LinkedHashMap<>();

  /** Addresses that routers put in place of sources. */
  private final Set<Ip> masks = new LinkedHashSet<>();

  Anything(Forwarding tables, Classes classes, Effort effort) {
    this.effort = effort;
    parties = classes.parties();
    attempts = classes.attempts();
    probes = classes.probes();
    for (Balancer balancer : tables.network().balancers()) {
      balancer.targets().stream()
          .flatMap(target -> parties.replicas(target).stream())
          .forEach(target -> inside(balancer.address()).addAll(Attempts.addresses(target)));
    }
    for (Router router : tables.network().routers()) {
      router.floating().forEach(f -> inside(f.address()).add(f.inside()));
      router.dnat().forEach(d -> inside(d.address()).add(d.inside()));
      router.floating().forEach(f -> masks.add(f.address()));
      router.ports().forEach(port -> masks.addAll(port.addresses()));
    }
  }

  private Set<Ip> inside(Ip outer) {
    return insides.computeIfAbsent(outer, ip -> new LinkedHashSet<>());
  }

  /** What devices put in place of addresses, of each class one or two. */
  Set<Ip> translated() {
    Set<Ip> all = new LinkedHashSet<>(masks);
    insides.values().forEach(all::addAll);
    return all;
  }

  /** One or two addresses of each class that somebody has. */
  Set<Ip> owned() {
    Set<Ip> all = new LinkedHashSet<>();
    parties.of(ANYBODY).forEach(p -> all.addAll(Attempts.addresses(p)));
    all.addAll(insides.keySet());
    return all;
  }

  /**
   * No packet to one of the suspects has a wanted step: neither one that somebody sends, there or
   * to what is translated to it, nor an answer.
   *
   * @return FAILS with the first such walk, or HOLDS when there is none
   */
  Finding none(Collection<Ip> suspects, Predicate<Step> wanted) {
    if (suspects.isEmpty()) {
      return Finding.HOLDS;
    }
    List<Party> all = parties.senders();
    Set<Ip> there = new LinkedHashSet<>(suspects);
    insides.forEach((outer, inside) -> {
      if (!Collections.disjoint(inside, suspects)) {
        there.add(outer);
      }
    });
    Finding sent = none(all, there, w -> w.there().stream().anyMatch(wanted));
    boolean anybody = !Collections.disjoint(masks, suspects);
    List<Party> owners =
        all.stream()
            .filter(
                p -> anybody || forges(p) || !Collections.disjoint(Attempts.addresses(p), suspects))
            .toList();
    return sent.holds() ? none(owners, owned(), w -> w.back().stream().anyMatch(wanted)) : sent;
  }

  /** Its packets may be answered to any address. */
  private static boolean forges(Party party) {
    return party instanceof Party.Replicas r && r.nics().stream().anyMatch(Nic::spoof);
  }

  private Finding none(List<Party> sources, Collection<Ip> destinations, Predicate<Walk> wanted) {
    for (Ip destination : destinations) {
      for (Party source : sources) {
        for (Probe probe : probes.everything()) {
          Answer answer = attempts.any(source, List.of(destination), probe, wanted);
          if (answer.walk() != null) {
            return Finding.fails(answer.walk(), "");
          }
          if (effort.spent(answer.walks())) {
            return effort.exhausted();
          }
        }
      }
    }
    return Finding.HOLDS;
  }
}
