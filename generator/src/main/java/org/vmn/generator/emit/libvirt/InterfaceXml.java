package org.vmn.generator.emit.libvirt;

import org.vmn.generator.emit.libvirt.model.Interface;
import org.vmn.generator.emit.text.Xml;

/**
 * How a machine is attached to the switch: the one place to change if it is ever to be done in
 * another way.
 *
 * <p>{@code managed='no'} makes libvirt open the tap device that {@code up.sh} made, and leave it
 * when the machine stops. With {@code type='bridge'} libvirt would make a device and a port at
 * every start: the port would get a new OpenFlow number, and there would be a moment in which the
 * port has no flows of its own.
 *
 * <p>Checksum offloads are off: on Open vSwitch's userspace datapath, frames with unfinished
 * checksums arrive so, and TCP between machines fails.
 *
 * <p>There is no {@code <bandwidth>}: libvirt would set it up in the kernel's traffic control,
 * where Open vSwitch takes it for its own and removes it, and where its userspace datapath never
 * looks. A rate is the switch's to keep.
 *
 * <p>There is no {@code <filterref>}: libvirt accepts one here when the domain is defined and
 * refuses to start it. What may talk is in the switch's flows.
 */
final class InterfaceXml {
  private InterfaceXml() {}

  static void write(Xml xml, Interface nic) {
    xml.open("interface", "type", "ethernet");
    xml.empty("mac", "address", nic.mac().toString());
    xml.empty("target", "dev", nic.tap(), "managed", "no");
    xml.empty("model", "type", "virtio");
    xml.open("driver");
    xml.empty(
        "host", "csum", "off", "gso", "off", "tso4", "off", "tso6", "off", "ecn", "off", "ufo",
        "off");
    xml.empty("guest", "csum", "off", "tso4", "off", "tso6", "off", "ecn", "off", "ufo", "off");
    xml.close();
    xml.empty("mtu", "size", Integer.toString(nic.mtu()));
    xml.empty("rom", "enabled", "no");
    xml.empty("alias", "name", "ua-" + nic.name());
    xml.close();
  }
}
