package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/** Bytes on the wire. Acknowledgements and the handshake are left out. */
final class Framing {
  private static final int IPV4 = 20;
  private static final int IPV6 = 40;
  private static final int TCP = 20;
  private static final int UDP = 8;

  /** Ethernet's header. */
  static final int ETHERNET = 14;

  /** Frame check, preamble and gap between frames (IEEE 802.3, clause 4.4). */
  static final int WIRE = ETHERNET + 4 + 20;

  /** IEEE 802.1Q. */
  static final int VLAN_TAG = 4;

  /** Outer IPv4 and UDP, VXLAN, inner Ethernet (RFC 7348). */
  private static final int VXLAN = IPV4 + UDP + 8 + ETHERNET;

  /** The same with Geneve (RFC 8926) and the eight bytes of options that OVN puts in. */
  private static final int GENEVE = VXLAN + 8;

  private Framing() {}

  static int overlay(Overlay.Encapsulation encapsulation, Ip.Family underlay) {
    int over4 = encapsulation == Overlay.Encapsulation.VXLAN ? VXLAN : GENEVE;
    return underlay == Ip.Family.V4 ? over4 : over4 + IPV6 - IPV4;
  }

  /** Headers of IP and TCP or UDP in each packet. */
  static int headers(Ip.Family family, Traffic.Protocol protocol) {
    return (family == Ip.Family.V4 ? IPV4 : IPV6) + (protocol == Traffic.Protocol.UDP ? UDP : TCP);
  }

  /** How many packets a payload takes; one when it is empty. */
  static long packets(long payload, int mtu, int headers) {
    int room = Math.max(1, mtu - headers);
    return Math.max(1, (payload + room - 1) / room);
  }
}
