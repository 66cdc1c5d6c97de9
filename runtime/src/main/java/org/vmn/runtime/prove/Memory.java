package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Pairing;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.prove.rows.Rule;
import org.vmn.runtime.prove.rows.Sets;
import org.vmn.runtime.prove.sides.Target;

/**
 * The verdicts that were found, by assertion, and an index from rows to them: from each class of
 * destinations to the assertions about it.
 */
final class Memory {
  private IdentityHashMap<Assertion, Known> known = new IdentityHashMap<>();
  private final IdentityHashMap<List<Target>, Group> groups = new IdentityHashMap<>();
  private final Map<Integer, List<Group>> byClass = new HashMap<>();

  /** Groups with a target that more than its own row decides about. */
  private final List<Group> joined = new ArrayList<>();

  /** Verdicts that don't hold any more. */
  private final List<Known> stale = new ArrayList<>();

  /** Verdicts found by walks, which hold until anything is edited. */
  private final Set<Known> walked = new LinkedHashSet<>();

  private Answers answers = new Answers(List.of());

  private int edits;

  /** Verdicts on claims about the same targets. */
  private static final class Group {
    private final List<Known> members = new ArrayList<>();
    private int edit;
  }

  @Nullable Verdict verdict(Assertion assertion) {
    Known found = known.get(assertion);
    return found == null ? null : found.verdict();
  }

  void put(Known found) {
    known.put(found.verdict().assertion(), found);
    if (found.rows() != null) {
      group(found.rows().targets()).members.add(found);
    } else {
      walked.add(found);
    }
  }

  /** The verdicts on all of a network's assertions, as far as they are known. */
  @SuppressWarnings("ReferenceEquality") // Of an equal list the assertions are other objects.
  Answers answers(List<Assertion> assertions) {
    if (answers.assertions() != assertions) {
      answers = new Answers(assertions);
    }
    return answers;
  }

  private void forget(Known found) {
    if (found.rows() != null) {
      Group group = group(found.rows().targets());
      group.members.remove(found);
      if (group.members.isEmpty()) {
        forget(found.rows().targets(), group);
      }
    }
  }

  private void forget(List<Target> targets, Group group) {
    groups.remove(targets);
    joined.remove(group);
    for (Target target : targets) {
      for (Target.Address address : target.addresses()) {
        List<Group> about = byClass.get(address.destination().policyClass());
        if (about != null) {
          about.remove(group);
        }
      }
    }
  }

  private Group group(List<Target> targets) {
    Group group = groups.get(targets);
    if (group == null) {
      group = new Group();
      groups.put(targets, group);
      boolean plain = true;
      for (Target target : targets) {
        for (Target.Address address : target.addresses()) {
          plain &= address.reach().isPlain();
          List<Group> about =
              byClass.computeIfAbsent(address.destination().policyClass(), c -> new ArrayList<>(1));
          if (about.isEmpty() || about.get(about.size() - 1) != group) {
            about.add(group);
          }
        }
      }
      if (!plain) {
        joined.add(group);
      }
    }
    return group;
  }

  /** Outdates what these matches, which came or went, may have decided. */
  void outdate(List<Rule> changed, Sets sets) {
    if (!changed.isEmpty()) {
      joined.forEach(group -> group.members.forEach(this::outdate));
    }
    for (Rule match : changed) {
      edits++;
      for (int destination : sets.classesOf(match.to())) {
        for (Group group : byClass.getOrDefault(destination, List.of())) {
          if (group.edit != edits) {
            group.edit = edits;
            for (Known member : group.members) {
              if (!member.isStale() && member.dependsOn(match, sets)) {
                outdate(member);
              }
            }
          }
        }
      }
    }
  }

  private void outdate(Known found) {
    if (!found.isStale()) {
      found.outdate();
      stale.add(found);
    }
  }

  /**
   * Keeps what still holds of the assertions of an edited network.
   *
   * @param nothing whether nothing changed that a claim can be about
   * @param moved whether counter-examples have to be shown anew
   */
  void follow(List<Assertion> before, List<Assertion> now, boolean nothing, boolean moved) {
    if (!nothing) {
      walked.forEach(this::outdate);
      walked.clear();
    }
    @Nullable IdentityHashMap<Assertion, Assertion> likes = likes(before, now);
    if (likes == null && !moved) {
      stale.forEach(found -> {
        Assertion assertion = found.verdict().assertion();
        known.remove(assertion);
        answers.forget(assertion);
        forget(found);
      });
    } else {
      known = kept(likes, moved);
      answers = new Answers(List.of());
    }
    stale.clear();
  }

  private IdentityHashMap<Assertion, Known> kept(
      @Nullable IdentityHashMap<Assertion, Assertion> likes, boolean moved) {
    IdentityHashMap<Assertion, Known> kept = new IdentityHashMap<>(known.size());
    known.forEach((assertion, found) -> {
      Assertion like = likes == null ? assertion : likes.get(assertion);
      boolean shown = found.verdict().counterexample() != null;
      if (like == null || found.isStale() || shown && moved) {
        forget(found);
        walked.remove(found);
      } else {
        found.restate(like);
        kept.put(like, found);
      }
    });
    return kept;
  }

  /** The assertion that each has become; none that changed. Null when all are the same objects. */
  @SuppressWarnings("ReferenceEquality") // Equal ones may be other objects, and have to be found.
  private static @Nullable IdentityHashMap<Assertion, Assertion> likes(
      List<Assertion> before, List<Assertion> now) {
    if (before == now) {
      return null;
    }
    IdentityHashMap<Assertion, Assertion> likes = new IdentityHashMap<>();
    int[] pairs = Pairing.of(before, now, Memory::alike, a -> List.of(a.text(), a.claim()));
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] >= 0) {
        likes.put(before.get(pairs[i]), now.get(i));
      }
    }
    return likes;
  }

  private static boolean alike(Assertion one, Assertion other) {
    return one.equals(other)
        || one.text().equals(other.text()) && one.claim().equals(other.claim());
  }
}
