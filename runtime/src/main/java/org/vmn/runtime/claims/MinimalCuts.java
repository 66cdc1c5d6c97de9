package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;

/**
 * The smallest sets of elements whose loss breaks a claim that holds while everything is up: of
 * those with one element each is a single point of failure.
 */
public final class MinimalCuts {
  private final Forwarding tables;
  private final Cuts cuts;

  private MinimalCuts(Forwarding tables) {
    this.tables = tables;
    cuts = new Cuts(tables);
  }

  /** Of a network's claims, one after the other. */
  public static MinimalCuts of(Forwarding tables) {
    return new MinimalCuts(tables);
  }

  /** What {@link #of(Claim, int, Effort)} finds, of one claim. */
  public static List<MinimalCut> of(Forwarding tables, Claim claim, int most, Effort effort) {
    return of(tables).of(claim, most, effort);
  }

  /**
   * Every set of at most so many elements that breaks the claim and of which no part does; those
   * that are alike together. Smaller sets come first. Empty when the claim fails with nothing down.
   */
  public List<MinimalCut> of(Claim claim, int most, Effort effort) {
    Failures failures = new Failures(tables, Claims.about(tables, cuts), effort);
    Symmetry symmetry =
        new Symmetry(
            tables, cuts, new Claim.UnderFailures(most, List.of(Claim.Kind.values()), claim));
    if (!failures.decide(claim, List.of()).holds()) {
      return List.of();
    }
    Alike found = new Alike(symmetry);
    Set<Set<Element>> seen = new HashSet<>();
    Map<String, Finding> decided = new HashMap<>();
    Set<String> breaking = new HashSet<>();
    List<List<Element>> round = List.of(List.of());
    for (int size = 1; size <= most; size++) {
      List<List<Element>> next = new ArrayList<>();
      for (List<Element> failed : round) {
        for (Element element : symmetry.candidates(failed)) {
          List<Element> set = new ArrayList<>(failed);
          set.add(element);
          if (!seen.add(Set.copyOf(set)) || hasPart(set, symmetry, breaking)) {
            continue;
          }
          String left = symmetry.signature(set);
          // What is left may be alike of sets that aren't, and then it is decided once.
          Finding finding = decided.computeIfAbsent(left, l -> failures.decide(claim, set));
          if (finding.kind() == Finding.Kind.FAILS) {
            breaking.add(left);
            found.add(set, finding, left);
          } else {
            next.add(set);
          }
          if (effort.spent(1)) {
            return found.cuts();
          }
        }
      }
      round = next;
    }
    return found.cuts();
  }

  /** Whether the set less one element breaks the claim already. */
  private static boolean hasPart(List<Element> set, Symmetry symmetry, Set<String> breaking) {
    for (Element one : set) {
      List<Element> part = new ArrayList<>(set);
      part.remove(one);
      if (breaking.contains(symmetry.signature(part))) {
        return true;
      }
    }
    return false;
  }
}
