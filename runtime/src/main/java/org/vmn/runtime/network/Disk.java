package org.vmn.runtime.network;

import org.jspecify.annotations.Nullable;

/**
 * A disk of a machine.
 *
 * @param name unique within the machine; {@code root} is the one it boots from
 * @param image what it is a copy of, or null for an empty disk
 */
public record Disk(String name, long sizeBytes, @Nullable Image image, Origin origin) {

  /**
   * A disk image.
   *
   * @param format as libvirt calls it, such as {@code qcow2}
   * @param checksum {@code sha256:} or {@code sha512:} and hexadecimal digits, or null
   * @param source where it comes from: a URL or a path on the host
   */
  public record Image(String name, String format, String source, @Nullable String checksum) {}
}
