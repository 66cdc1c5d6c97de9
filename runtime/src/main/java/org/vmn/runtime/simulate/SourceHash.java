package org.vmn.runtime.simulate;

/** The same client to the same target, for as long as the same targets are believed healthy. */
final class SourceHash implements Chooser {
  private final Healthy healthy;

  SourceHash(int targets) {
    healthy = new Healthy(targets);
  }

  @Override
  public int choose(long client) {
    return healthy.count() == 0
        ? NOBODY
        : healthy.get((int) Long.remainderUnsigned(client, healthy.count()));
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
