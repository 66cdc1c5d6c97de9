package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Physical machines that carry virtual machines; folded.
 *
 * @param cpu cores of each, 0 when not stated (then not checked)
 * @param memoryBytes of each, 0 when not stated
 * @param storageBytes of each, 0 when not stated
 * @param disks how fast its storage is; null when that is not stated
 * @param overcommit how many times that is promised to guests; null when no more than there is
 * @param zone failure zone, empty when not stated
 */
public record Host(
    String name,
    Replicas replicas,
    int cpu,
    long memoryBytes,
    long storageBytes,
    @Nullable Disks disks,
    @Nullable Overcommit overcommit,
    String zone,
    List<Uplink> uplinks,
    List<Label> labels,
    Origin origin) {
  public Host {
    uplinks = List.copyOf(uplinks);
    labels = List.copyOf(labels);
  }

  /** Hosts that promise no more than they have, on disks that nothing waits for. */
  public Host(
      String name,
      Replicas replicas,
      int cpu,
      long memoryBytes,
      long storageBytes,
      String zone,
      List<Uplink> uplinks,
      List<Label> labels,
      Origin origin) {
    this(name, replicas, cpu, memoryBytes, storageBytes, null, null, zone, uplinks, labels, origin);
  }

  /** Bytes of memory that it promises to guests; 0 when not stated. */
  public double guestMemory() {
    return overcommit == null ? memoryBytes : memoryBytes * overcommit.memory();
  }

  /**
   * The disks of a host, taken together.
   *
   * @param bitsPerSecond what is read and written, above 0
   */
  public record Disks(long bitsPerSecond) {}

  /**
   * Factors from 1 to 100: guests together may ask for so many times what the host has.
   *
   * @param storage of disks, which grow as they are written
   */
  public record Overcommit(double cpu, double memory, double storage) {
    public static final Overcommit NONE = new Overcommit(1, 1, 1);
  }
}
