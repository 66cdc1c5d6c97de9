package org.vmn.runtime.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.UplinkRef;

/** What would lead round the wires that failed. */
final class SecondWay {
  private final Network network;

  SecondWay(Network network) {
    this.network = network;
  }

  /** In words: where a host hangs on one wire, no other wire between switches helps it. */
  String round(List<Element> failed) {
    return failed.stream()
        .flatMap(this::uplinks)
        .flatMap(u -> alone(u).stream())
        .findFirst()
        .map(h ->
            "give host `%s` a second uplink, carry a second segment over it, and give the machines an adapter on both"
                .formatted(h.name()))
        .orElse(
            "join the switches by a second way; or carry a second segment over another uplink"
                + " of each host, and give the machines an adapter on both");
  }

  private Stream<UplinkRef> uplinks(Element element) {
    return switch (element) {
      case Element.OfUplink of -> Stream.of(of.uplink());
      case Element.OfLink of ->
          network.links().stream()
              .filter(l -> l.name().equals(of.link()))
              .flatMap(l -> Stream.of(l.a(), l.b()))
              .filter(Link.Port.class::isInstance)
              .map(end -> ((Link.Port) end).uplink());
      default -> Stream.empty();
    };
  }

  /** The host of an uplink that has no other. */
  private Optional<Host> alone(UplinkRef uplink) {
    return network.hosts().stream()
        .filter(h -> h.name().equals(uplink.host().name()) && h.uplinks().size() == 1)
        .findFirst();
  }
}
