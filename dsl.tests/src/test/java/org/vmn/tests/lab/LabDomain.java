package org.vmn.tests.lab;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes of an emitted domain one that boots the lab's own small guest: name, UUID, interfaces and
 * all else that concerns the network stay as they are; processor, memory, disks and consoles shrink
 * to what emulation can bear.
 */
public final class LabDomain {
  private static final List<String> TOO_BIG =
      List.of(
          "memory",
          "currentMemory",
          "maxMemory",
          "vcpu",
          "vcpus",
          "cpu",
          "cputune",
          "numatune",
          "memoryBacking",
          "memtune",
          "iothreads",
          "os",
          "features",
          "resource",
          "launchSecurity",
          "genid");
  private static final List<String> TOO_MUCH =
      List.of(
          "disk",
          "controller",
          "console",
          "serial",
          "channel",
          "graphics",
          "video",
          "sound",
          "audio",
          "rng",
          "tpm",
          "input",
          "memballoon",
          "hostdev",
          "filesystem",
          "watchdog",
          "panic",
          "memory",
          "vsock",
          "emulator",
          "redirdev");

  private LabDomain() {}

  /** The path, inside its host, of the console's socket of the domain {@code name}. */
  public static String consolePath(String name) {
    return "/run/vmn/" + name + ".console";
  }

  /**
   * Rewrites a domain's XML.
   *
   * @param append the kernel's command line for {@code guest-init.sh}, such as {@code vmn.name=a
   *     vmn.net=MAC,IP/LEN}
   */
  public static String adapt(String xml, GuestImage image, String append) {
    Document document = parse(xml);
    Element domain = document.getDocumentElement();
    domain.setAttribute("type", Kvm.domainType());
    remove(domain, TOO_BIG);
    Element devices = (Element) domain.getElementsByTagName("devices").item(0);
    remove(devices, TOO_MUCH);
    String name = domain.getElementsByTagName("name").item(0).getTextContent();
    insert(
        document,
        domain,
        """
        <memory unit='MiB'>80</memory>
        <vcpu>1</vcpu>
        <os><type arch='x86_64' machine='q35'>hvm</type><kernel>%s</kernel><initrd>%s</initrd>
        <cmdline>console=ttyS0 quiet loglevel=1 no_timer_check tsc=reliable %s</cmdline></os>
        <features><acpi/>%s</features>
        """
            .formatted(
                image.kernel(),
                image.initrd(),
                append.replace("&", "&amp;").replace("<", "&lt;"),
                Kvm.domainType().equals("qemu")
                    ? "<tcg><tb-cache unit='MiB'>16</tb-cache></tcg>"
                    : ""));
    insert(
        document,
        devices,
        """
        <serial type='unix'><source mode='bind' path='%s'/><target port='0'/></serial>
        <memballoon model='none'/>
        <controller type='usb' model='none'/>
        """
            .formatted(consolePath(name)));
    return write(document);
  }

  private static void remove(Element parent, List<String> names) {
    for (Node child = parent.getFirstChild(); child != null; ) {
      Node next = child.getNextSibling();
      if (names.contains(child.getNodeName())) {
        parent.removeChild(child);
      }
      child = next;
    }
  }

  private static void insert(Document document, Element parent, String children) {
    Element wrapped = parse("<all>" + children + "</all>").getDocumentElement();
    for (Node child = wrapped.getFirstChild(); child != null; child = child.getNextSibling()) {
      parent.appendChild(document.importNode(child, true));
    }
  }

  private static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException(xml, e);
    }
  }

  private static String write(Document document) {
    try {
      StringWriter text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
