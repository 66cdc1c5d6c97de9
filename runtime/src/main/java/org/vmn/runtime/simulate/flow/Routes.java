package org.vmn.runtime.simulate.flow;

/** Which links lead from one end to another. */
@FunctionalInterface
public interface Routes {
  /**
   * Writes the links of the way, each once, in their order.
   *
   * @param way long enough for every way
   * @return how many they are
   */
  int find(int source, int target, int[] way);
}
