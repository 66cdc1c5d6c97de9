package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.runtime.network.Element;

/** Puts the sets together after whose loss the network is the same. */
final class Alike {
  /** Further ones are not looked for. */
  private static final int MOST = 1_000;

  private final Symmetry symmetry;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  Alike(Symmetry symmetry) {
    this.symmetry = symmetry;
  }

  private static final class Group {
    private final Finding finding;
    private final Set<Set<Element>> seen = new HashSet<>();
    private final List<List<Element>> sets = new ArrayList<>();
    private int tried;

    Group(Finding finding) {
      this.finding = finding;
    }
  }

  /**
   * Adds a set, and all that stand to the network as it does.
   *
   * @param finding what comes of its loss
   * @param left the signature of what is left
   */
  void add(List<Element> set, Finding finding, String left) {
    Group group =
        groups.computeIfAbsent(left, l -> new Group(finding.when(set, Elements.down(set))));
    extend(set, List.of(), left, group);
  }

  /** Whichever element takes the place of each, those are alike that the signature says are. */
  private void extend(List<Element> set, List<Element> chosen, String left, Group group) {
    if (chosen.size() == set.size()) {
      group.tried++;
      if (symmetry.signature(chosen).equals(left) && group.seen.add(Set.copyOf(chosen))) {
        group.sets.add(chosen);
      }
      return;
    }
    for (Element element : symmetry.alike(set.get(chosen.size()), MOST)) {
      if (group.tried < MOST && !chosen.contains(element)) {
        List<Element> longer = new ArrayList<>(chosen);
        longer.add(element);
        extend(set, longer, left, group);
      }
    }
  }

  List<MinimalCut> cuts() {
    List<MinimalCut> cuts = new ArrayList<>();
    for (Group group : groups.values()) {
      Set<Element> first = Set.copyOf(group.finding.failed());
      List<List<Element>> others =
          group.sets.stream().filter(set -> !Set.copyOf(set).equals(first)).toList();
      cuts.add(new MinimalCut(group.finding, others, group.tried >= MOST));
    }
    return cuts;
  }
}
