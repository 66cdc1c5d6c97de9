package org.vmn.runtime.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Translation.Target;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;

/**
 * Takes all choices that a walk meets, one combination after the other: the first walk takes the
 * first option each time, and each further one changes the last choice that has options left.
 *
 * <p>Choices multiply: thirty routers in a row with two links between them have 2^30 ways. Where
 * only the outcome matters, a walk ends where another one was in the same situation: it had, or
 * will have, all outcomes from there. What multiplies all the same is given up.
 */
public final class Branches implements Choices {
  private final Representatives representatives;
  private final List<Integer> taken = new ArrayList<>();
  private final List<Integer> options = new ArrayList<>();
  private final boolean folds;
  private final Set<Object> situations = new HashSet<>();
  private int position;
  private boolean known;

  /** Past this many walks for one packet it is given up. */
  public static final int MOST = 1 << 16;

  /** Which replicas of a pool to try, for all of them. */
  public interface Representatives {
    List<Target> of(Pool pool);
  }

  private Branches(Representatives representatives, boolean folds) {
    this.representatives = representatives;
    this.folds = folds;
  }

  /** Every combination. */
  public static Branches all(Representatives representatives) {
    return new Branches(representatives, false);
  }

  /**
   * As many as show every outcome: whether a packet arrives, whether the connection completes, what
   * rule lists see, and through how many routers. Not every way there.
   */
  public static Branches outcomes(Representatives representatives) {
    return new Branches(representatives, true);
  }

  /**
   * What a search came to.
   *
   * @param found the first wanted walk, or null
   * @param walks how many were followed
   * @param gaveUp whether there were more than {@link #MOST}, and none of them was wanted
   */
  public record Search(@Nullable Walk found, int walks, boolean gaveUp) {}

  /**
   * Follows walks until one is wanted.
   *
   * @param follow takes a walk with the choices that it is given
   */
  public Search search(Function<Choices, Walk> follow, Predicate<Walk> wanted) {
    int walks = 0;
    do {
      known = false;
      Walk walk = follow.apply(this);
      walks++;
      if (!known && wanted.test(walk)) {
        return new Search(walk, walks, false);
      }
    } while (next() && walks < MOST);
    return new Search(null, walks, !taken.isEmpty());
  }

  /** Prepares another walk; false when all combinations were tried. */
  private boolean next() {
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

  /** Before the choice that was changed last, a walk repeats another. */
  @Override
  public boolean knows(Supplier<?> situation) {
    if (folds && !taken.isEmpty() && position == taken.size()) {
      known = !situations.add(situation.get());
    }
    return known;
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
