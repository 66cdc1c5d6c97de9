package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.layout.HostMac;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Ranges;
import org.vmn.generator.text.Table;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Prefix;

/** Segments, and what joins them: externals, routers, balancers. */
final class Networks {
  private Networks() {}

  static List<Section> sections(Network network, Stated stated, Function<Origin, String> shown) {
    return List.of(
        new Section("Segments", segments(network, stated)),
        new Section("Externals", externals(network, stated)),
        new Section("Routers", routers(network, stated, shown)),
        new Section("Balancers", balancers(network, stated)));
  }

  private static List<String> segments(Network network, Stated stated) {
    Table table = Table.of("segment", "subnets", "mtu", "carried by");
    for (Segment segment : network.segments()) {
      String key = "Segment " + segment.name();
      List<String> subnets = new ArrayList<>();
      for (Prefix subnet : segment.subnets()) {
        subnets.add(stated.mark(subnet, key, subnet.toString()));
      }
      table.row(
          segment.name(),
          String.join(", ", subnets),
          stated.mark(segment.mtu(), key, "Mtu"),
          carrier(segment, key, stated));
    }
    return table.lines();
  }

  private static String carrier(Segment segment, String key, Stated stated) {
    return switch (segment.transport()) {
      case Segment.Local local -> stated.mark("nothing: it stays on one host", false);
      case Segment.Vlan vlan ->
          "VLAN " + vlan.id() + " on " + stated.mark(Hardware.uplinks(vlan.on()), key, "OnUplinks");
      case Segment.Tunnel tunnel ->
          "overlay "
              + stated.mark(tunnel.overlay(), key, "overlay")
              + ", VNI "
              + stated.mark(tunnel.vni(), key, "Vni");
    };
  }

  private static List<String> externals(Network network, Stated stated) {
    Table table = Table.of("external", "segment", "gateway", "its hardware address", "addresses");
    for (External external : network.externals()) {
      boolean says = stated.says("External " + external.name(), "Prefixes");
      String behind =
          external.gateways().isEmpty()
              ? "whatever is free on the segment"
              : "all that are not in this network";
      table.row(
          external.name(),
          external.segment(),
          external.gateways().isEmpty() ? "none: on the segment itself" : join(external.gateways()),
          external.mac() == null ? "" : external.mac(),
          says ? Ranges.addresses(external.addresses().ranges()) : stated.mark(behind, false));
    }
    return table.lines();
  }

  /**
   * The host whose hardware address a wire sees: machines know a router by one address, but on
   * wires each host has its own.
   */
  private static Optional<Ref> onWire(Network network, Router router, Router.Port port) {
    return network.segments().stream()
        .filter(s -> s.name().equals(port.segment()))
        .map(Segment::transport)
        .filter(Segment.Vlan.class::isInstance)
        .flatMap(t -> ((Segment.Vlan) t).on().stream().map(UplinkRef::host))
        .sorted(Comparator.comparing(h -> !h.equals(router.gateway())))
        .findFirst();
  }

  private static List<String> routers(
      Network network, Stated stated, Function<Origin, String> shown) {
    List<String> lines = new ArrayList<>();
    for (Router router : network.routers()) {
      String where = "on every host";
      if (router.gateway() != null) {
        boolean says = stated.says("Router " + router.name(), "GatewayHosts");
        where += "; its way to what lies outside is on " + stated.mark(router.gateway(), says);
        where += takeOver(router.standby());
      }
      lines.add(router.name() + ", " + where);
      Table ports = Table.of("", "", "", "");
      for (Router.Port port : router.ports()) {
        ports.row(
            "port",
            port.segment(),
            stated.mark(join(port.addresses()), false),
            stated.mark(port.mac(), false));
        onWire(network, router, port)
            .ifPresent(host ->
                ports.row(
                    "",
                    "on wires",
                    "from " + stated.mark(host, false),
                    stated.mark(HostMac.router(network, router.name(), host), false)));
      }
      ports.lines().forEach(l -> lines.add("  " + l));
      Table routes = Table.of("", "", "", "");
      for (Router.Route route : router.routes()) {
        String via =
            route.external() == null
                ? route.via().toString()
                : route.external() + " (" + route.via() + ")";
        routes.row(
            "route",
            route.destination(),
            "via " + via + " on " + route.segment(),
            shown.apply(route.origin()));
      }
      routes.lines().forEach(l -> lines.add("  " + l));
      if (!router.snat().isEmpty()) {
        lines.add(
            "  snat   "
                + String.join(", ", router.snat())
                + ": these leave under the router's own address");
      }
    }
    return lines;
  }

  private static List<String> balancers(Network network, Stated stated) {
    Table table =
        Table.of(
            "balancer",
            "address",
            "segment",
            "spread over",
            "chosen by",
            "a target is left out after",
            "taken in on");
    for (Balancer balancer : network.balancers()) {
      String key = "Balancer " + balancer.name();
      String port = balancer.port() + "/" + balancer.protocol().name().toLowerCase(Locale.ROOT);
      String check =
          balancer.check().failures()
              + " failed checks, one every "
              + Figures.time(balancer.check().intervalNanos());
      String algorithm = balancer.algorithm().name().toLowerCase(Locale.ROOT).replace('_', '-');
      table.row(
          balancer.name(),
          balancer.address() + ":" + port,
          balancer.segment(),
          targets(network, balancer) + " on port " + balancer.targetPort(),
          stated.mark(algorithm, key, "Algorithm"),
          stated.mark(check, key, "HealthCheck"),
          stated.mark(balancer.gateway(), false) + takeOver(balancer.standby()));
    }
    return table.lines();
  }

  private static String takeOver(@Nullable Standby standby) {
    return standby == null ? "" : ", else on " + join(standby.hosts());
  }

  private static String targets(Network network, Balancer balancer) {
    List<String> parts = new ArrayList<>();
    for (Member.Machines m : balancer.targets()) {
      for (Machine machine : network.machines()) {
        if (machine.name().equals(m.machine())) {
          parts.add(Ranges.replicas(m.machine(), machine.replicas(), m.first(), m.last()));
        }
      }
    }
    return String.join(", ", parts);
  }

  private static String join(List<?> addresses) {
    return String.join(", ", addresses.stream().map(Object::toString).toList());
  }
}
