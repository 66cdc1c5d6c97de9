package org.vmn.runtime.review;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Network;

/**
 * What would mend a refuted assertion, and what else that would change.
 *
 * @param what in the language's own words; empty when nothing that is said in one line would do
 * @param edited the network with it, or null where it wasn't tried
 * @param effect what it does for the assertion
 * @param broken other assertions that hold now and are refuted then
 * @param mended other assertions that are refuted now and hold then
 */
public record Remedy(
    String what,
    @Nullable Network edited,
    Effect effect,
    List<Assertion> broken,
    List<Assertion> mended) {
  /** How many assertions are named at the most; the others are counted. */
  private static final int NAMED = 3;

  /** What a remedy does for the assertion that it is for. */
  public enum Effect {
    /** It makes it hold. */
    HOLDS,
    /** It mends the connection that was shown, and others fail still. */
    ONE_OF_MORE,
    /** It mends the connection that was shown; whether others fail is undecided. */
    ONE,
    /** It wasn't tried. */
    UNTRIED
  }

  static final Remedy NONE = untried("");

  public Remedy {
    broken = List.copyOf(broken);
    mended = List.copyOf(mended);
  }

  static Remedy untried(String what) {
    return new Remedy(what, null, Effect.UNTRIED, List.of(), List.of());
  }

  boolean breaksNothing() {
    return broken.isEmpty();
  }

  /** As people read it, in one line; empty when there is none. */
  public String text() {
    String does =
        switch (effect) {
          case HOLDS -> " makes it hold";
          case ONE_OF_MORE -> " mends this connection; others fail still";
          case ONE -> " mends this connection";
          case UNTRIED -> "";
        };
    String more = mended.isEmpty() ? "" : ", and " + named(mended);
    return what + does + more + (broken.isEmpty() ? "" : ", but breaks " + named(broken));
  }

  private static String named(List<Assertion> assertions) {
    String names =
        assertions.stream()
            .limit(NAMED)
            .map(a -> "`" + a.text() + "`")
            .collect(Collectors.joining(", "));
    int others = assertions.size() - NAMED;
    return others > 0 ? names + " and " + others + " more" : names;
  }
}
