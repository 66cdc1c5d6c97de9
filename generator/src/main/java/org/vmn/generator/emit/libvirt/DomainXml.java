package org.vmn.generator.emit.libvirt;

import org.vmn.generator.emit.libvirt.model.Domain;
import org.vmn.generator.emit.text.Xml;

/**
 * Writes {@code <domain>}. The first line is exactly {@value #FIRST_LINE}: where KVM can't be used,
 * {@code up.sh} puts {@code qemu} in its place.
 */
final class DomainXml {
  static final String FIRST_LINE = "<domain type='kvm'>";

  private DomainXml() {}

  static String of(Domain domain) {
    Xml xml = new Xml().open("domain", "type", "kvm");
    identity(xml, domain);
    xml.text("memory", Long.toString(domain.memoryBytes()), "unit", "b");
    HardwareXml.pages(xml, domain.hardware());
    xml.text("vcpu", Integer.toString(domain.cpus()), "placement", "static");
    HardwareXml.pins(xml, domain.hardware());
    machine(xml, domain);
    life(xml);
    devices(xml, domain);
    return xml.close().toString();
  }

  private static void identity(Xml xml, Domain domain) {
    xml.text("name", domain.name());
    xml.text("uuid", domain.uuid().toString());
    xml.text("title", domain.title());
    if (!domain.description().isEmpty()) {
      xml.text("description", domain.description());
    }
    OriginXml.write(xml, domain.source());
  }

  /**
   * {@code maximum} is all that the host has under KVM, and all that QEMU can emulate under TCG.
   */
  private static void machine(Xml xml, Domain domain) {
    xml.open("os");
    xml.text("type", "hvm", "arch", "x86_64", "machine", "q35");
    if (!domain.drives().isEmpty()) {
      xml.empty("boot", "dev", "hd");
    }
    xml.close();
    xml.open("features").empty("acpi").empty("apic").close();
    HardwareXml.processors(xml, domain);
  }

  /** A machine that crashed stays down, so that it can be seen. */
  private static void life(Xml xml) {
    xml.empty("clock", "offset", "utc");
    xml.text("on_poweroff", "destroy");
    xml.text("on_reboot", "restart");
    xml.text("on_crash", "destroy");
  }

  private static void devices(Xml xml, Domain domain) {
    xml.open("devices");
    domain.drives().forEach(drive -> DriveXml.write(xml, drive));
    domain.interfaces().forEach(nic -> InterfaceXml.write(xml, nic));
    xml.open("serial", "type", "pty").empty("target", "port", "0").close();
    xml.open("console", "type", "pty").empty("target", "type", "serial", "port", "0").close();
    xml.empty("controller", "type", "usb", "model", "none");
    xml.open("rng", "model", "virtio").text("backend", "/dev/urandom", "model", "random").close();
    xml.empty("memballoon", "model", "virtio");
    xml.close();
  }
}
