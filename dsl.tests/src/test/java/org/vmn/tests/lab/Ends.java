package org.vmn.tests.lab;

/** The two ends of a packet: MAC and IP address of each, IPv4 or IPv6. */
public record Ends(String srcMac, String srcIp, String dstMac, String dstIp) {
  /** The ends of an answer. */
  public Ends reversed() {
    return new Ends(dstMac, dstIp, srcMac, srcIp);
  }

  /** The same ends with another destination. */
  public Ends to(String mac, String ip) {
    return new Ends(srcMac, srcIp, mac, ip);
  }

  boolean ipv6() {
    return srcIp.indexOf(':') >= 0;
  }
}
