package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.prove.Verdict.Outcome;

/**
 * The verdicts on a list of assertions, in its order: after an edit only those that it outdates are
 * asked for again, and a list of thousands isn't gone through.
 */
final class Answers {
  private final List<Assertion> assertions;
  private final Verdict[] verdicts;
  private final IdentityHashMap<Assertion, Integer> places;

  /** Places of which the verdicts have to be asked for. */
  private List<Integer> open = new ArrayList<>();

  Answers(List<Assertion> assertions) {
    this.assertions = assertions;
    verdicts = new Verdict[assertions.size()];
    places = new IdentityHashMap<>(assertions.size());
    for (int place = 0; place < verdicts.length; place++) {
      open.add(place);
      places.put(assertions.get(place), place);
    }
  }

  List<Assertion> assertions() {
    return assertions;
  }

  /** The verdict on an assertion was decided, and doesn't hold any more. */
  void forget(Assertion assertion) {
    Integer place = places.get(assertion);
    if (place != null) {
      open.add(place);
    }
  }

  /** All verdicts, of which those that aren't known are asked for. */
  List<Verdict> all(Function<Assertion, Verdict> prove) {
    List<Integer> left = new ArrayList<>();
    for (int place : open) {
      Verdict verdict = prove.apply(assertions.get(place));
      verdicts[place] = verdict;
      if (!lasts(verdict, place)) {
        left.add(place);
      }
    }
    open = left;
    return List.of(verdicts);
  }

  /** With more time it may be decided; and what is asserted twice has one place in the index. */
  private boolean lasts(Verdict verdict, int place) {
    Integer known = places.get(assertions.get(place));
    return verdict.outcome() != Outcome.UNDECIDED && known != null && known == place;
  }
}
