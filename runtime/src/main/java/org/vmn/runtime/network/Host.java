package org.vmn.runtime.network;

import java.util.List;

/**
 * Physical machines that carry virtual machines; folded.
 *
 * @param cpu cores of each, 0 when not stated (then not checked)
 * @param memoryBytes of each, 0 when not stated
 * @param storageBytes of each, 0 when not stated
 * @param zone failure zone, empty when not stated
 */
public record Host(
    String name,
    Replicas replicas,
    int cpu,
    long memoryBytes,
    long storageBytes,
    String zone,
    List<Uplink> uplinks,
    List<Label> labels,
    Origin origin) {
  public Host {
    uplinks = List.copyOf(uplinks);
    labels = List.copyOf(labels);
  }
}
