package org.vmn.runtime.prove.classes;

import org.vmn.runtime.network.Machine;

/**
 * One machine.
 *
 * @param offset zero-based number among the replicas of its declaration
 */
public record Replica(Machine machine, int offset) {
  /** As users write it: {@code web[2]}. */
  @Override
  public String toString() {
    return machine.ref(offset).toString();
  }

  /** Whether both are the same machine: names are unique, and comparing them is cheap. */
  public boolean is(Replica other) {
    return offset == other.offset && machine.name().equals(other.machine.name());
  }
}
