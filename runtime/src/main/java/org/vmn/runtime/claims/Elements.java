package org.vmn.runtime.claims;

import java.util.List;
import java.util.stream.Collectors;
import org.vmn.runtime.network.Element;

/** What can fail, in words. */
public final class Elements {
  private Elements() {}

  /** {@code host kvm[1]}. */
  public static String name(Element element) {
    return switch (element) {
      case Element.OfHost e -> "host " + e.host();
      case Element.OfMachine e -> "vm " + e.machine();
      case Element.OfUplink e -> "link " + e.uplink();
      case Element.OfLink e -> "link " + e.link();
      case Element.OfRouter e -> "router " + e.router();
      case Element.OfZone e -> "zone " + e.zone();
      case Element.OfDevice e -> "switch " + e.device();
    };
  }

  /** {@code when host kvm[1] and router edge are down}. */
  static String down(List<Element> failed) {
    if (failed.isEmpty()) {
      return "with nothing down";
    }
    String names = failed.stream().map(Elements::name).collect(Collectors.joining(" and "));
    return "when " + names + (failed.size() == 1 ? " is down" : " are down");
  }
}
