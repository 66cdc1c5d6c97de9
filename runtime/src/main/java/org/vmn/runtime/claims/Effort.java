package org.vmn.runtime.claims;

import java.util.function.BooleanSupplier;
import org.vmn.runtime.explore.Answer;

/** How much may be tried for one claim. Past it the answer is that nobody knows. */
public final class Effort {
  private final long mostWalks;
  private final long deadline;
  private final BooleanSupplier cancelled;
  private long walks;
  private boolean gaveUp;

  /**
   * @param mostWalks connections to follow at the most
   * @param nanos of time from now, 0 for no limit
   */
  public Effort(long mostWalks, long nanos, BooleanSupplier cancelled) {
    this.mostWalks = mostWalks;
    this.cancelled = cancelled;
    deadline = nanos == 0 ? 0 : System.nanoTime() + nanos;
  }

  /**
   * Counts some walks; true when there must be no more.
   *
   * @param more {@link Answer#GAVE_UP} spends all that there is
   */
  boolean spent(int more) {
    gaveUp |= more == Answer.GAVE_UP;
    walks += more;
    return gaveUp || walks > mostWalks || late() || cancelled.getAsBoolean();
  }

  /** Whether what was asked for may not be all that there is. */
  public boolean isSpent() {
    return spent(0);
  }

  /** Counts some walks; throws {@link Exhausted} when there must be no more. */
  public void spend(int more) {
    if (spent(more)) {
      throw new Exhausted(exhausted().reason());
    }
  }

  /** Ends work from within; never leaves the prover. */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param reason what to say of the claim
     */
    public Exhausted(String reason) {
      super(reason, null, false, false);
    }

    /** Why, in words. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  private boolean late() {
    return deadline != 0 && System.nanoTime() - deadline > 0;
  }

  /** Why it ended, in words. */
  Finding exhausted() {
    if (late()) {
      return Finding.unknown("not decided within the time that it was given");
    }
    if (gaveUp) {
      return Finding.unknown("a packet meets too many combinations of choices to try them all");
    }
    return Finding.unknown(
        cancelled.getAsBoolean()
            ? "cancelled"
            : "more than " + mostWalks + " classes of connections");
  }
}
