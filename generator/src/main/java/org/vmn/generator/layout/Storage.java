package org.vmn.generator.layout;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;

/**
 * Where the disks of machines are. All of them are volumes of the storage pool {@code default}: the
 * one that libvirt's own tools make, use when none is named, and keep in {@link #POOL_FOLDER}.
 */
public final class Storage {
  public static final String POOL = "default";

  /**
   * Where the pool is on nearly every host; {@code up.sh} puts in the real place where it isn't.
   */
  public static final String POOL_FOLDER = "/var/lib/libvirt/images";

  private static final String DISK_FORMAT = "qcow2";

  private Storage() {}

  /** The volume of a disk: {@code shop-web-1-root.qcow2}. */
  public static String disk(Network network, Machine machine, int offset, Disk disk) {
    return Names.volume(network, machine, offset, disk.name(), DISK_FORMAT);
  }

  /** The volume of the medium that configures a machine: {@code shop-web-1-seed.iso}. */
  public static String seed(Network network, Machine machine, int offset) {
    return Names.volume(network, machine, offset, "seed", "iso");
  }

  /** Whether a machine boots something that reads a seed. */
  public static boolean isSeeded(Machine machine) {
    return machine.disks().stream().anyMatch(d -> d.image() != null);
  }

  /**
   * The volume of an image that comes from afar, {@code debian12.qcow2}, or null for a file of the
   * host.
   */
  public static @Nullable String volume(Disk.Image image) {
    return localPath(image) == null ? image.name() + "." + image.format() : null;
  }

  /** Where on its host an image is. */
  public static String path(Disk.Image image) {
    String local = localPath(image);
    String path = local == null ? image.name() + "." + image.format() : local;
    return path.startsWith("/") ? path : POOL_FOLDER + "/" + path;
  }

  private static @Nullable String localPath(Disk.Image image) {
    String source = image.source();
    if (source.startsWith("file:///")) {
      return source.substring("file://".length());
    }
    return source.matches("[A-Za-z][A-Za-z0-9+.-]*://(?s:.*)") ? null : source;
  }
}
