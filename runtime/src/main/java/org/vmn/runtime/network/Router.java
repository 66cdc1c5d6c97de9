package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * Layer 3 between segments, present on every host.
 *
 * @param snat names of the segments whose machines leave towards an external under the router's own
 *     address
 * @param floating addresses outside that stand for one machine each, in both directions
 * @param dnat addresses and ports outside that lead to a machine
 * @param hairpin whether machines behind the router reach one another by such an outside address
 * @param gateway the host that holds what can be in one place only (translation, the way to
 *     externals), or null without externals
 * @param standby who takes over from that host, or null
 */
public record Router(
    String name,
    List<Port> ports,
    List<Route> routes,
    List<String> snat,
    List<Floating> floating,
    List<Dnat> dnat,
    boolean hairpin,
    @Nullable Ref gateway,
    @Nullable Standby standby,
    Origin origin) {
  public Router {
    ports = List.copyOf(ports);
    routes = List.copyOf(routes);
    snat = List.copyOf(snat);
    floating = List.copyOf(floating);
    dnat = List.copyOf(dnat);
  }

  /**
   * A router's leg on a segment.
   *
   * @param addresses one for each subnet of the segment, in their order
   * @param mac what machines on the segment use as the gateway's hardware address; the same on
   *     every host
   */
  public record Port(String segment, List<Ip> addresses, Mac mac, Origin origin) {
    public Port {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A static route; subnets of the ports need none.
   *
   * @param via the next hop's address, in a subnet of one of the ports
   * @param segment the segment that the next hop is on
   * @param external the external that the next hop leads to, or null when it is a machine
   */
  public record Route(
      Prefix destination, Ip via, String segment, @Nullable String external, Origin origin) {}

  /**
   * An address of an outer segment that stands for a machine: what comes to it goes to the machine,
   * and what the machine sends out comes from it.
   *
   * @param segment the port's segment whose subnet holds the address
   * @param inside the machine's own address
   */
  public record Floating(Ip address, String segment, Ref machine, Ip inside, Origin origin) {}

  /**
   * An address and port of an outer segment that lead to a machine.
   *
   * @param address often the router's own
   * @param protocol TCP or UDP
   * @param inside the machine's own address
   */
  public record Dnat(
      Ip address,
      String segment,
      Traffic.Protocol protocol,
      int port,
      Ref machine,
      Ip inside,
      int insidePort,
      Origin origin) {}
}
