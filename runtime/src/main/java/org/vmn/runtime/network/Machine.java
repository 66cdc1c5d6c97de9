package org.vmn.runtime.network;

import java.util.List;

/**
 * Virtual machines; folded.
 *
 * @param cpu virtual processors of each
 * @param memoryBytes of each
 * @param documentation what {@code ///} said above it, or empty
 */
public record Machine(
    String name,
    Replicas replicas,
    int cpu,
    long memoryBytes,
    List<Disk> disks,
    List<User> users,
    List<Nic> nics,
    List<Program> programs,
    Placement placement,
    String documentation,
    Origin origin) {
  public Machine {
    disks = List.copyOf(disks);
    users = List.copyOf(users);
    nics = List.copyOf(nics);
    programs = List.copyOf(programs);
  }

  public int count() {
    return replicas.count();
  }

  /** The replica with the given zero-based offset. */
  public Ref ref(int offset) {
    return replicas.ref(name, offset);
  }
}
