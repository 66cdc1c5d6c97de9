package org.vmn.runtime.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;

/** Failures that leave nothing of a set: its first machine that is up must be lost, or its host. */
final class Extinction {
  private Extinction() {}

  /**
   * At most so many failures that nothing of a set survives, or null. What is outside, and
   * addresses that are meant as such, always survive; where there is nobody, nobody is lost.
   */
  static @Nullable Set<Element> of(
      Parties parties, Endpoints set, List<Claim.Kind> kinds, int most) {
    Set<Party> all = Trials.wholes(parties.of(set));
    if (all.isEmpty() || !all.stream().allMatch(Party.Replicas.class::isInstance)) {
      return null;
    }
    return of(all.stream().map(Party.Replicas.class::cast).toList(), Set.of(), kinds, most);
  }

  private static @Nullable Set<Element> of(
      List<Party.Replicas> all, Set<Element> failed, List<Claim.Kind> kinds, int most) {
    for (Party.Replicas of : all) {
      Machine machine = of.machine();
      for (int i = of.first(); i <= of.last(); i++) {
        Element host = new Element.OfHost(machine.placement().hostOf(i));
        Element self = new Element.OfMachine(machine.ref(i));
        if (!failed.contains(host) && !failed.contains(self)) {
          return most == failed.size()
              ? null
              : losingOne(all, failed, List.of(host, self), kinds, most);
        }
      }
    }
    return failed;
  }

  private static @Nullable Set<Element> losingOne(
      List<Party.Replicas> all,
      Set<Element> failed,
      List<Element> either,
      List<Claim.Kind> kinds,
      int most) {
    for (Element element : either) {
      boolean may =
          kinds.contains(element instanceof Element.OfHost ? Claim.Kind.HOST : Claim.Kind.MACHINE);
      if (may) {
        Set<Element> more = new LinkedHashSet<>(failed);
        more.add(element);
        @Nullable Set<Element> lost = of(all, more, kinds, most);
        if (lost != null) {
          return lost;
        }
      }
    }
    return null;
  }
}
