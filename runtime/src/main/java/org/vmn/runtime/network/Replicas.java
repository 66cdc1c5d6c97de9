package org.vmn.runtime.network;

/**
 * How many a declaration stands for.
 *
 * @param count 1 or more
 * @param indexed whether a count was written: then members are called {@code name[1]} to {@code
 *     name[count]}, else just {@code name}
 */
public record Replicas(int count, boolean indexed) {
  public static final Replicas ONE = new Replicas(1, false);

  public Replicas {
    if (count < 1) {
      throw new IllegalArgumentException("a count of " + count);
    }
  }

  /** The name of the member with the given zero-based offset. */
  public Ref ref(String name, int offset) {
    return new Ref(name, indexed ? offset + 1 : 0);
  }
}
