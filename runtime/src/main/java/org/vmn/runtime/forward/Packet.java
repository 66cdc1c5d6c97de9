package org.vmn.runtime.forward;

import java.util.List;
import java.util.Locale;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;

/**
 * The first packet of a connection, or of its reply.
 *
 * @param protocol ANY stands for a protocol that is neither TCP, UDP nor ICMP
 * @param sourcePort 0 for protocols without ports
 * @param destinationPort 0 for protocols without ports
 */
public record Packet(
    Ip source, Ip destination, Protocol protocol, int sourcePort, int destinationPort) {

  /** A port that clients use when nothing depends on it: the first of IANA's dynamic ports. */
  public static final int CLIENT_PORT = 49152;

  /** The first packet that a client sends. */
  public static Packet opening(Ip source, Ip destination, Protocol protocol, int port) {
    return new Packet(
        source,
        destination,
        protocol,
        protocol.hasPorts() ? CLIENT_PORT : 0,
        protocol.hasPorts() ? port : 0);
  }

  /** The packet that answers this one. */
  public Packet reversed() {
    return new Packet(destination, source, protocol, destinationPort, sourcePort);
  }

  public Packet from(Ip newSource) {
    return new Packet(newSource, destination, protocol, sourcePort, destinationPort);
  }

  public Packet fromPort(Ip newSource, int port) {
    return new Packet(newSource, destination, protocol, port, destinationPort);
  }

  public Packet to(Ip newDestination) {
    return new Packet(source, newDestination, protocol, sourcePort, destinationPort);
  }

  public Packet toPort(Ip newDestination, int port) {
    return new Packet(source, newDestination, protocol, sourcePort, port);
  }

  /** Whether the traffic's protocol and destination port are these. */
  public boolean is(Traffic.Match match) {
    return match.protocol() == Protocol.ANY
        || match.protocol() == protocol
            && match.firstPort() <= destinationPort
            && destinationPort <= match.lastPort();
  }

  /** Whether the traffic has a match for this packet. */
  public boolean is(Traffic traffic) {
    return traffic.matches().stream().anyMatch(this::is);
  }

  /** Whether one of the matches is for this packet. */
  boolean isAny(List<Traffic.Match> matches) {
    // By number: asked more often than anything else, and an iterator is an object.
    for (int i = 0; i < matches.size(); i++) {
      if (is(matches.get(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    String name = protocol == Protocol.ANY ? "other" : protocol.name().toLowerCase(Locale.ROOT);
    if (!protocol.hasPorts()) {
      return name + " " + source + " -> " + destination;
    }
    return name + " " + end(source, sourcePort) + " -> " + end(destination, destinationPort);
  }

  private static String end(Ip ip, int port) {
    return (ip.isV4() ? ip.toString() : "[" + ip + "]") + ":" + port;
  }
}
