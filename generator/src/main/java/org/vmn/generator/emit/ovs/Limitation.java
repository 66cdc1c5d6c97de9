package org.vmn.generator.emit.ovs;

import org.vmn.runtime.network.Origin;

/**
 * Something that the source says and that this target does otherwise or not at all: a warning at
 * the source.
 */
public record Limitation(Origin origin, String message) {}
