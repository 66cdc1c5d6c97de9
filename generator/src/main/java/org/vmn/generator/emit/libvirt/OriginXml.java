package org.vmn.generator.emit.libvirt;

import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.libvirt.model.Source;
import org.vmn.generator.emit.text.Xml;
import org.vmn.runtime.network.Origin;

/**
 * Where something came from, as metadata that libvirt keeps and gives back. {@code up.sh} knows by
 * it what is of this network and host.
 */
final class OriginXml {
  /** The namespace; libvirt keeps one element of each. */
  static final String NAMESPACE = "urn:vmn:libvirt:1";

  private OriginXml() {}

  static void write(Xml xml, Source source) {
    xml.open("metadata");
    String[] of = {
      "xmlns:vmn", NAMESPACE,
      "network", Xml.printable(source.network()),
      "host", Xml.printable(source.host().toString()),
      "element", Xml.printable(source.element().toString())
    };
    if (source.origin().isKnown()) {
      xml.open("vmn:origin", of);
      for (@Nullable Origin at = source.origin(); at != null; at = at.within()) {
        place(xml, at);
      }
      xml.close();
    } else {
      xml.empty("vmn:origin", of);
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
