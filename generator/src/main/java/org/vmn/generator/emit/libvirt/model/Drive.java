package org.vmn.generator.emit.libvirt.model;

/** What a machine stores on or reads from. */
public sealed interface Drive {
  /** The storage pool that it is in. */
  String pool();

  /** Its volume in the pool. */
  String volume();

  /**
   * A disk on the virtio bus.
   *
   * @param target {@code vda}, {@code vdb} …
   * @param serial what the guest finds it by, below {@code /dev/disk/by-id}; at most 20 bytes
   */
  record Disk(String pool, String volume, String target, String serial) implements Drive {}

  /**
   * A read-only medium.
   *
   * @param target {@code sda}, {@code sdb} …
   */
  record Cdrom(String pool, String volume, String target) implements Drive {}
}
