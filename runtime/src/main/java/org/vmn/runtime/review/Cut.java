package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.explore.Probes;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Origin;

/** What holds a {@code cannot reach}: the decisions that between them stop every connection. */
public final class Cut {
  private Cut() {}

  /**
   * One decision.
   *
   * @param what in words: a rule, or what is missing
   * @param classes of connections that it stops
   * @param example one of them
   */
  public record Holder(String what, Origin origin, int classes, Walk example) {}

  /**
   * Of a {@code cannot reach}, or of what {@code only} excludes.
   *
   * @return the greatest first; empty for other claims
   */
  public static List<Holder> of(Forwarding tables, Claim claim) {
    Claim.Reach reach = Reaches.of(claim);
    if (reach == null || reach.mode() == Claim.Mode.REACHES) {
      return List.of();
    }
    Classes classes = Classes.of(tables);
    Probes probes = classes.probes();
    Map<String, Holder> held = new LinkedHashMap<>();
    for (Party source : classes.parties().sources(reach.from())) {
      for (Party destination : classes.parties().of(reach.to())) {
        boolean all = reach.mode() == Claim.Mode.CANNOT_REACH;
        for (Probe probe :
            all
                ? probes.of(reach.traffic(), destination)
                : probes.otherThan(reach.traffic(), destination)) {
          classes.attempts().each(source, destination, probe, walk -> add(held, walk));
        }
      }
    }
    List<Holder> holders = new ArrayList<>(held.values());
    holders.sort((a, b) -> Integer.compare(b.classes(), a.classes()));
    return holders;
  }

  private static void add(Map<String, Holder> held, Walk walk) {
    Step step = walk.there().get(walk.there().size() - 1);
    boolean rule = step.cause() == Step.Cause.POLICY;
    String what = rule ? step.what() : step.where() + " " + step.what();
    held.merge(
        step.cause() + step.origin().encoded() + (rule ? step.what() : step.where()),
        new Holder(what, step.origin(), 1, walk),
        (a, b) -> new Holder(a.what(), a.origin(), a.classes() + 1, a.example()));
  }
}
