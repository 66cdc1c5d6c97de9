package org.vmn.runtime.network;

/**
 * Physical switches between hosts; folded. They forward and decide nothing.
 *
 * @param replicas how many, each a device of its own
 */
public record FabricSwitch(String name, Replicas replicas, Origin origin) {}
