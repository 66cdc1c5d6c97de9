package org.vmn.runtime.campaign;

import org.vmn.runtime.network.Element;

/** What elements are called. */
final class Names {
  private Names() {}

  static String of(Element element) {
    return switch (element) {
      case Element.OfHost e -> e.host().toString();
      case Element.OfMachine e -> e.machine().toString();
      case Element.OfUplink e -> e.uplink().toString();
      case Element.OfLink e -> e.link();
      case Element.OfRouter e -> e.router();
      case Element.OfZone e -> "zone " + e.zone();
      case Element.OfDevice e -> e.device().toString();
    };
  }
}
