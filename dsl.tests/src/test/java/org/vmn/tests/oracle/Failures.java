package org.vmn.tests.oracle;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;

/**
 * Claims under failures, by brute force: every set of failures, on what it leaves of the network.
 */
final class Failures {
  private Failures() {}

  static boolean hold(Network network, Claim.UnderFailures claim) {
    Set<Set<Element>> sets = new LinkedHashSet<>(List.of(Set.of()));
    for (int down = 0; down < claim.count(); down++) {
      for (Set<Element> fewer : List.copyOf(sets)) {
        for (Element element : elements(network, claim.kinds())) {
          Set<Element> more = new HashSet<>(fewer);
          more.add(element);
          sets.add(more);
        }
      }
    }
    Judge whole = new Judge(network);
    return sets.stream().allMatch(down -> holds(whole, network, down, claim.claim()));
  }

  /** A set of which nothing is left falsifies a claim that somebody connects (claims.md). */
  private static boolean holds(Judge whole, Network network, Set<Element> down, Claim claim) {
    Judge left = new Judge(network, down);
    boolean survives =
        !(claim instanceof Claim.Reach reach)
            || reach.mode() == Claim.Mode.CANNOT_REACH
            || survives(whole, left, reach.from()) && survives(whole, left, reach.to());
    return survives && left.holds(claim);
  }

  /** What was empty before anything failed has lost nothing. */
  private static boolean survives(Judge whole, Judge left, Endpoints set) {
    return left.survives(set) || !whole.survives(set);
  }

  static Set<Element> elements(Network network, List<Claim.Kind> kinds) {
    Set<Element> elements = new LinkedHashSet<>();
    if (kinds.contains(Claim.Kind.HOST)) {
      for (Host host : network.hosts()) {
        for (int i = 0; i < host.replicas().count(); i++) {
          elements.add(new Element.OfHost(host.replicas().ref(host.name(), i)));
        }
      }
    }
    if (kinds.contains(Claim.Kind.ROUTER)) {
      network.routers().forEach(r -> elements.add(new Element.OfRouter(r.name())));
    }
    for (Machine machine :
        kinds.contains(Claim.Kind.MACHINE) ? network.machines() : List.<Machine>of()) {
      for (int i = 0; i < machine.count(); i++) {
        elements.add(new Element.OfMachine(machine.ref(i)));
      }
    }
    return elements;
  }
}
