package org.vmn.generator.emit.ovs;

import org.vmn.runtime.network.Origin;

/**
 * Something that the source says and that this target does otherwise or not at all: a warning at
 * the source.
 *
 * @param unenforced whether packets pass that the source forbids
 */
public record Limitation(Origin origin, String message, boolean unenforced) {
  Limitation(Origin origin, String message) {
    this(origin, message, false);
  }
}
