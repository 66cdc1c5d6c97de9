package org.vmn.generator.emit.libvirt.model;

import org.jspecify.annotations.Nullable;

/**
 * A volume in the format qcow2, which takes room on the host as it fills.
 *
 * @param backing what it is a copy of until written to, or null when it starts empty
 */
public record Volume(String name, long capacityBytes, @Nullable Backing backing) {
  /**
   * @param path absolute, on the host
   * @param format as libvirt calls it, such as {@code qcow2}
   */
  public record Backing(String path, String format) {}
}
