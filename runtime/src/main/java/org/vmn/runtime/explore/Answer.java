package org.vmn.runtime.explore;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Walk;

/**
 * What was found about one pair of classes.
 *
 * @param refutes whether it refutes what was claimed
 * @param walk the connection that shows it, or null when none can be tried
 * @param reason in words where there is no connection; empty otherwise
 * @param walks how many were followed, or {@link #GAVE_UP}: nothing was found, and not all tried
 */
public record Answer(boolean refutes, @Nullable Walk walk, String reason, int walks) {
  /** More combinations of choices than anybody can try. */
  public static final int GAVE_UP = Integer.MAX_VALUE;

  static Answer holds(int walks) {
    return new Answer(false, null, "", walks);
  }
}
