package org.vmn.runtime.simulate;

/** One target after the other. */
final class RoundRobin implements Chooser {
  private final Healthy healthy;
  private int next;

  RoundRobin(int targets) {
    healthy = new Healthy(targets);
  }

  @Override
  public int choose(long client) {
    if (healthy.count() == 0) {
      return NOBODY;
    }
    next = next < healthy.count() ? next : 0;
    return healthy.get(next++);
  }

  @Override
  public void down(int target) {
    healthy.down(target);
  }

  @Override
  public void up(int target) {
    healthy.up(target);
  }
}
