package org.vmn.runtime.network;

/** What can fail. */
public sealed interface Element {

  /** A physical machine, with all that it carries. */
  record OfHost(Ref host) implements Element {}

  /** A virtual machine. */
  record OfMachine(Ref machine) implements Element {}

  /** A network interface of a host. */
  record OfUplink(UplinkRef uplink) implements Element {}

  /** A physical wire. */
  record OfLink(String link) implements Element {}

  /** A router, on every host. */
  record OfRouter(String router) implements Element {}

  /** Every host of a zone. */
  record OfZone(String zone) implements Element {}

  /** A physical switch. */
  record OfDevice(Ref device) implements Element {}

  /** What people call it: {@code kvm[1].eno1}, {@code zone north}. */
  default String text() {
    return switch (this) {
      case OfHost e -> e.host().toString();
      case OfMachine e -> e.machine().toString();
      case OfUplink e -> e.uplink().toString();
      case OfLink e -> e.link();
      case OfRouter e -> e.router();
      case OfZone e -> "zone " + e.zone();
      case OfDevice e -> e.device().toString();
    };
  }
}
