package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/**
 * The replicas that matter to a claim, in classes that neither a table nor the claim tells apart,
 * and how many of each a host carries.
 */
final class Crowd {
  private final List<Band> bands = new ArrayList<>();
  private final Map<Ref, int[]> carried = new HashMap<>();
  private final Map<List<Object>, List<Ref>> firsts = new HashMap<>();

  /** Replicas {@code first} to {@code last} of a machine, zero-based. */
  private record Band(Machine machine, int first, int last) {}

  Crowd(Forwarding whole, Cuts tables, Claim claim) {
    Cuts cuts = new Cuts(tables);
    for (Endpoints set : Relevant.sets(claim)) {
      cuts.cut(whole.sets().addresses(set));
    }
    Parties parties = new Parties(whole, cuts);
    Set<String> names = Relevant.machines(claim, whole.network());
    for (Machine machine : whole.network().machines()) {
      if (names.contains(machine.name())) {
        Member.Machines all = new Member.Machines(machine.name(), 0, machine.count() - 1);
        List<Party.Replicas> classes = parties.replicas(all);
        classes.forEach(r -> bands.add(new Band(machine, r.first(), r.last())));
        if (classes.isEmpty()) {
          bands.add(new Band(machine, 0, machine.count() - 1));
        }
      }
    }
    for (int i = 0; i < bands.size(); i++) {
      count(i);
    }
  }

  private void count(int band) {
    Band of = bands.get(band);
    for (Placement.Slot slot : of.machine().placement().slots(of.first(), of.last())) {
      carried.computeIfAbsent(slot.host(), h -> new int[bands.size()])[band] += slot.count();
    }
  }

  int bands() {
    return bands.size();
  }

  /** How many of a class a host carries, whether or not they are up. */
  int on(Ref host, int band) {
    int[] counts = carried.get(host);
    return counts == null ? 0 : counts[band];
  }

  /**
   * The first so many replicas of a class that a host carries.
   *
   * @param most of them, so that cost doesn't grow with replicas
   */
  List<Ref> first(Ref host, int band, int most) {
    return firsts.computeIfAbsent(
        List.of(host, band, most), key -> List.copyOf(find(host, band, most)));
  }

  private List<Ref> find(Ref host, int band, int most) {
    List<Ref> found = new ArrayList<>();
    Band of = bands.get(band);
    for (Placement.Slot slot : of.machine().placement().slots(of.first(), of.last())) {
      boolean here = slot.host().equals(host);
      for (int i = slot.first();
          here && i <= slot.last() && found.size() < most;
          i += slot.step()) {
        found.add(of.machine().ref(i));
      }
    }
    return found;
  }
}
