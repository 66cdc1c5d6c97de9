package org.vmn.runtime.claims;

import java.util.function.BooleanSupplier;

/** How much may be tried for one claim. Past it the answer is that nobody knows. */
public final class Effort {
  private final long mostWalks;
  private final long deadline;
  private final BooleanSupplier cancelled;
  private long walks;

  /**
   * @param mostWalks connections to follow at the most
   * @param nanos of time from now, 0 for no limit
   */
  public Effort(long mostWalks, long nanos, BooleanSupplier cancelled) {
    this.mostWalks = mostWalks;
    this.cancelled = cancelled;
    deadline = nanos == 0 ? 0 : System.nanoTime() + nanos;
  }

  /** Counts some walks; true when there must be no more. */
  boolean spent(int more) {
    walks += more;
    return walks > mostWalks || late() || cancelled.getAsBoolean();
  }

  private boolean late() {
    return deadline != 0 && System.nanoTime() - deadline > 0;
  }

  /** Why it ended, in words. */
  Finding exhausted() {
    if (late()) {
      return Finding.unknown("not decided within the time that it was given");
    }
    return Finding.unknown(
        cancelled.getAsBoolean()
            ? "cancelled"
            : "more than " + mostWalks + " classes of connections");
  }
}
