package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Balancer;

/**
 * How a balancer chooses among the targets that it believes healthy. Targets have numbers from 0.
 */
interface Chooser {
  /** No target is believed healthy. */
  int NOBODY = -1;

  /**
   * @param client a hash of the client's address
   * @return a target, or {@link #NOBODY}
   */
  int choose(long client);

  /** A request went to the target. */
  default void taken(int target) {}

  /** The request is over, whether it was answered or not. */
  default void released(int target) {}

  /** Health checks found the target dead: it gets no more requests. */
  void down(int target);

  /** It is found alive again. */
  void up(int target);

  static Chooser of(Balancer.Algorithm algorithm, int targets, Randomness random) {
    return switch (algorithm) {
      case ROUND_ROBIN -> new RoundRobin(targets);
      case LEAST_CONNECTIONS -> new LeastConnections(targets);
      case RANDOM -> new RandomChoice(targets, random);
      case SOURCE_HASH -> new SourceHash(targets);
    };
  }
}
