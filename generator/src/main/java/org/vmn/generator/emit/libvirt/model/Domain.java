package org.vmn.generator.emit.libvirt.model;

import java.util.List;
import java.util.UUID;
import org.vmn.runtime.network.Hardware;

/**
 * A virtual machine.
 *
 * @param title one line, for lists
 * @param description any text, empty for none
 * @param memoryBytes libvirt rounds up to whole KiB
 * @param drives in the order that the machine sees them; it boots from the first
 */
public record Domain(
    String name,
    UUID uuid,
    String title,
    String description,
    Source source,
    long memoryBytes,
    int cpus,
    Hardware hardware,
    List<Drive> drives,
    List<Interface> interfaces) {
  public Domain {
    drives = List.copyOf(drives);
    interfaces = List.copyOf(interfaces);
  }
}
