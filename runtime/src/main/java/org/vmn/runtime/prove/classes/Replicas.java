package org.vmn.runtime.prove.classes;

import org.vmn.runtime.network.Machine;

/**
 * Some replicas of one declaration.
 *
 * @param first zero-based
 * @param last included
 */
public record Replicas(Machine machine, int first, int last) {
  public int count() {
    return last - first + 1;
  }
}
