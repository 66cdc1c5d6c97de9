package org.vmn.generator.emit.libvirt;

import org.vmn.generator.emit.libvirt.model.Volume;
import org.vmn.generator.emit.text.Xml;

/** Writes {@code <volume>}. */
final class VolumeXml {
  private VolumeXml() {}

  static String of(Volume volume) {
    Xml xml = new Xml().open("volume");
    xml.text("name", volume.name());
    xml.text("capacity", Long.toString(volume.capacityBytes()), "unit", "bytes");
    xml.text("allocation", "0");
    xml.open("target").empty("format", "type", "qcow2").close();
    Volume.Backing backing = volume.backing();
    if (backing != null) {
      xml.open("backingStore");
      xml.text("path", backing.path());
      xml.empty("format", "type", backing.format());
      xml.close();
    }
    return xml.close().toString();
  }
}
