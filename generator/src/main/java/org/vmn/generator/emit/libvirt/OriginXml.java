package org.vmn.generator.emit.libvirt;

import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.libvirt.model.Source;
import org.vmn.generator.emit.text.Xml;
import org.vmn.runtime.network.Origin;

/** Where something came from, as metadata that libvirt keeps and gives back. */
final class OriginXml {
  /** The namespace; libvirt keeps one element of each. */
  static final String NAMESPACE = "urn:vmn:libvirt:1";

  private OriginXml() {}

  static void write(Xml xml, Source source) {
    xml.open("metadata");
    String network = Xml.printable(source.network());
    String element = Xml.printable(source.element().toString());
    Origin origin = source.origin();
    if (origin.isKnown()) {
      xml.open("vmn:origin", "xmlns:vmn", NAMESPACE, "network", network, "element", element);
      for (@Nullable Origin at = origin; at != null; at = at.within()) {
        place(xml, at);
      }
      xml.close();
    } else {
      xml.empty("vmn:origin", "xmlns:vmn", NAMESPACE, "network", network, "element", element);
    }
    xml.close();
  }

  /** The first is the declaration itself, each further one the use that it was expanded for. */
  private static void place(Xml xml, Origin at) {
    String line = Integer.toString(at.line());
    String column = Integer.toString(at.column());
    xml.empty("vmn:place", "file", Xml.printable(at.file()), "line", line, "column", column);
  }
}
