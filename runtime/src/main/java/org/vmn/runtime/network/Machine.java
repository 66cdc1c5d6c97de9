package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Virtual machines; folded.
 *
 * @param cpu virtual processors of each
 * @param memoryBytes of each
 * @param scale how many run by load, or null for always all
 * @param protect how it survives the loss of its host, or null for not at all
 * @param quarantined whether it is cut off: nothing to it or from it passes
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
    List<Label> labels,
    Hardware hardware,
    Provision provision,
    @Nullable Scale scale,
    @Nullable Protect protect,
    boolean quarantined,
    String documentation,
    Origin origin) {
  public Machine {
    disks = List.copyOf(disks);
    users = List.copyOf(users);
    nics = List.copyOf(nics);
    programs = List.copyOf(programs);
    labels = List.copyOf(labels);
  }

  public int count() {
    return replicas.count();
  }

  /** The replica with the given zero-based offset. */
  public Ref ref(int offset) {
    return replicas.ref(name, offset);
  }
}
