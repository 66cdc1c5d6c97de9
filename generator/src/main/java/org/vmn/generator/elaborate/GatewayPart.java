package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.GatewayHosts;
import org.vmn.dsl.vmn.HostTerm;
import org.vmn.dsl.vmn.Router;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.network.UplinkRef;

/** The host where a router meets what lies outside, and those that take over from it. */
final class GatewayPart {
  /** Three signs of life missed, one every 100 ms. */
  private static final long NOTICED = 300_000_000L;

  private final Context context;
  private final Map<String, Segment> segments;
  private final List<Overlay> overlays;
  private final List<Host> hosts;

  GatewayPart(
      Context context, Map<String, Segment> segments, List<Overlay> overlays, List<Host> hosts) {
    this.context = context;
    this.segments = segments;
    this.overlays = overlays;
    this.hosts = hosts;
  }

  /**
   * @param standby null where nobody takes over
   */
  record Gateway(Ref host, @Nullable Standby standby) {}

  /** Without a word of a router: the first host that the segment's wires reach. */
  Gateway usual(String segment) {
    @Nullable Segment of = segments.get(segment);
    boolean wired =
        of != null && of.transport() instanceof Segment.Vlan vlan && !vlan.on().isEmpty();
    return new Gateway(wired ? wires(segment).get(0).host() : HostPart.refs(hosts).get(0), null);
  }

  /**
   * What a router says of itself, or null.
   *
   * @param ports the segments of its ports
   */
  @Nullable Gateway stated(Router router, List<String> ports) {
    List<Ref> all = new ArrayList<>();
    for (GatewayHosts stated : Context.properties(router.getProperties(), GatewayHosts.class)) {
      for (HostTerm term : stated.getHosts()) {
        Picks.hosts(term.getHost(), term.getPick()).stream()
            .filter(h -> !all.contains(h))
            .forEach(all::add);
      }
    }
    List<String> wired = ports.stream().filter(p -> !wires(p).isEmpty()).toList();
    return all.isEmpty()
        ? null
        : new Gateway(
            all.get(0),
            all.size() == 1 ? null : new Standby(all.subList(1, all.size()), wired, NOTICED));
  }

  /**
   * Reports hosts that can't be what the router says they are.
   *
   * @param outer the segments on which it meets what lies outside
   */
  void check(Router router, List<String> outer) {
    List<Ref> seen = new ArrayList<>();
    for (GatewayHosts stated : Context.properties(router.getProperties(), GatewayHosts.class)) {
      if (outer.isEmpty()) {
        report(
            context.origin(stated),
            "router `" + router.getName() + "` meets nothing outside, so it has no gateway",
            "add the segment of an external to its `ports`, or leave `gateway` out");
      }
      for (HostTerm term : stated.getHosts()) {
        for (Ref host : Picks.hosts(term.getHost(), term.getPick())) {
          check(router, host, !seen.contains(host), outer, context.origin(term));
          seen.add(host);
        }
      }
    }
  }

  private void check(Router router, Ref host, boolean isNew, List<String> outer, Origin at) {
    if (!isNew) {
      report(
          at,
          "`%s` comes twice among the gateways of router `%s`".formatted(host, router.getName()),
          "say each host once, in the order in which they take over");
    }
    for (String segment : outer) {
      List<UplinkRef> wires = wires(segment);
      if (isNew && !wires.isEmpty() && wires.stream().noneMatch(w -> w.host().equals(host))) {
        String uplink = wires.get(0).uplink();
        report(
            at,
            "`%s` has no uplink that carries `%s`, on which router `%s` meets what lies outside"
                .formatted(host, segment, router.getName()),
            "let the segment be `on %s.%s` as well, or name another host".formatted(host, uplink));
        return;
      }
    }
  }

  private void report(Origin at, String what, String help) {
    context.report(Problem.of(Code.GATEWAY_HOST, at, what).help(help));
  }

  /** The uplinks that carry a segment; none where it stays within its host. */
  private List<UplinkRef> wires(String segment) {
    Segment of = segments.get(segment);
    return switch (of == null ? null : of.transport()) {
      case Segment.Vlan vlan -> vlan.on();
      case Segment.Tunnel tunnel ->
          overlays.stream()
              .filter(o -> o.name().equals(tunnel.overlay()))
              .flatMap(o -> o.over().stream())
              .toList();
      case Segment.Local local -> List.of();
      case null -> List.of();
    };
  }
}
