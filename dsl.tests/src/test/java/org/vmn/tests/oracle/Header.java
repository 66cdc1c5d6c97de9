package org.vmn.tests.oracle;

import java.util.List;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * A packet's header on its way, as a function of the header that was sent: each field is as it was,
 * or what a device wrote. No device changes family or protocol.
 */
record Header(
    Space space, Address source, Address destination, Port sourcePort, Port destinationPort) {

  /** The header of an answer: the same connection, seen from its other end. */
  Header transposed() {
    return new Header(space, destination, source, destinationPort, sourcePort);
  }

  Header from(Address written) {
    return new Header(space, written, destination, sourcePort, destinationPort);
  }

  Header to(Address written) {
    return new Header(space, source, written, sourcePort, destinationPort);
  }

  Header to(Address written, Port port) {
    return new Header(space, source, written, sourcePort, port);
  }

  Headers isFrom(IpSet addresses) {
    return source.in(space, addresses);
  }

  Headers isFrom(Ip address) {
    return isFrom(IpSet.of(address));
  }

  Headers isTo(IpSet addresses) {
    return destination.in(space, addresses);
  }

  Headers isTo(Ip address) {
    return isTo(IpSet.of(address));
  }

  Headers is(List<Traffic.Match> traffic) {
    return traffic.stream().map(this::is).reduce(space.none(), Headers::or);
  }

  Headers is(Traffic.Match match) {
    Headers protocol = space.protocol(match.protocol());
    return match.protocol().hasPorts()
        ? protocol.and(destinationPort.between(space, match.firstPort(), match.lastPort()))
        : protocol;
  }

  /** Where both headers are the same. */
  Headers same(Header other) {
    return Address.same(space, source, other.source)
        .and(Address.same(space, destination, other.destination))
        .and(samePorts(other));
  }

  /** Ports count where the protocol has them. */
  private Headers samePorts(Header other) {
    Headers none =
        space.protocol(Traffic.Protocol.TCP).or(space.protocol(Traffic.Protocol.UDP)).not();
    return Port.same(space, sourcePort, other.sourcePort)
        .and(Port.same(space, destinationPort, other.destinationPort))
        .or(none);
  }
}
