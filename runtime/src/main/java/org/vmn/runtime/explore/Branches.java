package org.vmn.runtime.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Translation.Target;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;

/**
 * Takes all choices that a walk meets, one combination after the other: the first walk takes the
 * first option each time, and {@link #next} changes the last choice that has options left.
 */
public final class Branches implements Choices {
  private final Representatives representatives;
  private final List<Integer> taken = new ArrayList<>();
  private final List<Integer> options = new ArrayList<>();
  private int position;

  /** Which replicas of a pool to try, for all of them. */
  public interface Representatives {
    List<Target> of(Pool pool);
  }

  public Branches(Representatives representatives) {
    this.representatives = representatives;
  }

  /** Prepares another walk; false when all combinations were tried. */
  public boolean next() {
    position = 0;
    while (!taken.isEmpty()) {
      int last = taken.size() - 1;
      if (taken.get(last) + 1 < options.get(last)) {
        taken.set(last, taken.get(last) + 1);
        return true;
      }
      taken.removeLast();
      options.removeLast();
    }
    return false;
  }

  private int choose(int count) {
    if (position == taken.size()) {
      taken.add(0);
      options.add(count);
    }
    return taken.get(position++);
  }

  @Override
  public int route(int count) {
    return choose(count);
  }

  @Override
  public @Nullable Target target(Balancer balancer, Pool pool) {
    return member(pool);
  }

  @Override
  public @Nullable Target instance(Chain.Stage stage, Pool pool) {
    return member(pool);
  }

  private @Nullable Target member(Pool pool) {
    List<Target> usable = representatives.of(pool).stream().filter(pool.usable()).toList();
    return usable.isEmpty() ? null : usable.get(choose(usable.size()));
  }
}
