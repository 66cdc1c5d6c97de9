package org.vmn.generator.emit.libvirt;

import org.vmn.generator.emit.libvirt.model.Bridge;
import org.vmn.generator.emit.text.Xml;

/**
 * Writes {@code <network>}. libvirt can't make an Open vSwitch bridge: this tells it of one that is
 * there, so that {@code virsh net-list} and what is built on it show the switch. Machines of the
 * network don't use it ({@link InterfaceXml} says why), and the switch drops what comes from a port
 * that it has no flows for.
 */
final class BridgeXml {
  private BridgeXml() {}

  static String of(Bridge bridge) {
    Xml xml = new Xml().open("network");
    xml.text("name", bridge.name());
    xml.text("uuid", bridge.uuid().toString());
    OriginXml.write(xml, bridge.source());
    xml.empty("forward", "mode", "bridge");
    xml.empty("bridge", "name", bridge.bridge());
    xml.empty("virtualport", "type", "openvswitch");
    return xml.close().toString();
  }
}
