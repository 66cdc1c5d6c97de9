package org.vmn.runtime.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.campaign.Outcome;

/**
 * A trial's outcome on its way back.
 *
 * @param figures null when the simulator refused the trial, which trying again doesn't change
 */
record Finished(int number, @Nullable TreeMap<String, Double> figures, ArrayList<Boolean> passed)
    implements Serializable {

  static Finished of(int number, Outcome outcome) {
    return new Finished(
        number, new TreeMap<>(outcome.figures()), new ArrayList<>(outcome.passed()));
  }

  static Finished refused(int number) {
    return new Finished(number, null, new ArrayList<>());
  }
}
