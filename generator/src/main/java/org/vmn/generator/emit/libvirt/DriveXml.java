package org.vmn.generator.emit.libvirt;

import org.vmn.generator.emit.libvirt.model.Drive;
import org.vmn.generator.emit.text.Xml;

/** Writes {@code <disk>}. */
final class DriveXml {
  private DriveXml() {}

  static void write(Xml xml, Drive drive) {
    switch (drive) {
      case Drive.Disk disk -> disk(xml, disk);
      case Drive.Cdrom cdrom -> cdrom(xml, cdrom);
    }
  }

  private static void disk(Xml xml, Drive.Disk disk) {
    xml.open("disk", "type", "volume", "device", "disk");
    xml.empty("driver", "name", "qemu", "type", "qcow2", "discard", "unmap");
    xml.empty("source", "pool", disk.pool(), "volume", disk.volume());
    xml.empty("target", "dev", disk.target(), "bus", "virtio");
    xml.text("serial", disk.serial());
    xml.close();
  }

  private static void cdrom(Xml xml, Drive.Cdrom cdrom) {
    xml.open("disk", "type", "volume", "device", "cdrom");
    xml.empty("driver", "name", "qemu", "type", "raw");
    xml.empty("source", "pool", cdrom.pool(), "volume", cdrom.volume());
    xml.empty("target", "dev", cdrom.target(), "bus", "sata");
    xml.empty("readonly");
    xml.close();
  }
}
