package org.vmn.runtime.explore;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Question;
import org.vmn.runtime.forward.Translation.Target;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;

/**
 * All ways that a connection may take: over each of equal routes, to each target of a balancer,
 * through each machine of a chain; there and back. Ways that look the same are one.
 *
 * @param complete whether these are all
 */
public record EveryWay(List<Walk> walks, boolean complete) {
  public EveryWay {
    walks = List.copyOf(walks);
  }

  /**
   * @param most ways to look for
   */
  public static EveryWay of(Forwarding tables, Question question, int most) {
    List<Walk> walks = new ArrayList<>();
    boolean[] missed = new boolean[1];
    Branches.Search search =
        Branches.all(pool -> members(pool, most, missed))
            .search(
                choices -> tables.walk(question.start(), question.packet(), choices, Exit.USUAL),
                walk -> {
                  if (!walks.contains(walk)) {
                    if (walks.size() == most) {
                      return true;
                    }
                    walks.add(walk);
                  }
                  return false;
                });
    return new EveryWay(walks, search.found() == null && !search.gaveUp() && !missed[0]);
  }

  private static List<Target> members(Choices.Pool pool, int most, boolean[] missed) {
    List<Target> members = new ArrayList<>();
    for (Member.Machines m : pool.members()) {
      Machine machine = pool.sets().machine(m.machine());
      for (int i = m.first(); i <= m.last(); i++) {
        if (members.size() == most) {
          missed[0] = true;
          return members;
        }
        members.add(new Target(machine, i));
      }
    }
    return members;
  }
}
