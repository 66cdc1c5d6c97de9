package org.vmn.runtime.simulate;

/** Any target, all equally likely. */
final class RandomChoice implements Chooser {
  private final Healthy healthy;
  private final Randomness random;

  RandomChoice(int targets, Randomness random) {
    healthy = new Healthy(targets);
    this.random = random;
  }

  @Override
  public int choose(long client) {
    return healthy.count() == 0 ? NOBODY : healthy.get(random.below(healthy.count()));
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
