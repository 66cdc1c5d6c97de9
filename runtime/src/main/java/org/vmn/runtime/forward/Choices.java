package org.vmn.runtime.forward;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Member;

/**
 * Takes the decisions that the network leaves open. The meaning of a network is that any may be
 * taken: a claim about all connections holds for all choices. A router that the same packet comes
 * back to takes the same one, so that the packet goes around for ever.
 */
public interface Choices {

  /** Which of several routes of the same length and prefix: 0 to {@code count - 1}. */
  int route(int count);

  /** Which target a balancer chooses among those that can be used, or null when none can. */
  Translation.@Nullable Target target(Balancer balancer, Pool pool);

  /** Which machine of a stage a chain chooses, or null when none can be used. */
  Translation.@Nullable Target instance(Chain.Stage stage, Pool pool);

  /**
   * Whether all that can still happen is known already. The walk then ends at this router, without
   * an outcome. Asked before each router.
   *
   * @param situation equal where what can still happen is, and all that was found out so far: the
   *     rule lists asked, with what they saw, and the number of routers
   */
  default boolean knows(Supplier<?> situation) {
    return false;
  }

  /**
   * Replicas of which one is chosen.
   *
   * @param members never empty
   * @param usable whether a replica is up, and can be got to
   */
  record Pool(
      EndpointSets sets, List<Member.Machines> members, Predicate<Translation.Target> usable) {

    /** The first that can be used, or null. */
    public Translation.@Nullable Target first() {
      for (Member.Machines m : members) {
        for (int i = m.first(); i <= m.last(); i++) {
          Translation.Target target = new Translation.Target(sets.machine(m.machine()), i);
          if (usable.test(target)) {
            return target;
          }
        }
      }
      return null;
    }
  }

  /** Always the first. */
  Choices FIRST = withTarget(null);

  /**
   * A balancer's target as given, all else the first.
   *
   * @param chosen null for the first
   */
  static Choices withTarget(Translation.@Nullable Target chosen) {
    return new Choices() {
      @Override
      public int route(int count) {
        return 0;
      }

      @Override
      public Translation.@Nullable Target target(Balancer balancer, Pool pool) {
        return chosen != null ? chosen : pool.first();
      }

      @Override
      public Translation.@Nullable Target instance(Chain.Stage stage, Pool pool) {
        return pool.first();
      }
    };
  }
}
