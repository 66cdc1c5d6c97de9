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
}
