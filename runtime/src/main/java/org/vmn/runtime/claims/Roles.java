package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.network.UplinkRef;

/** What makes a host special, whoever runs on it: the gateways that it holds, and its wires. */
final class Roles {
  private final Map<Ref, List<String>> roles = new HashMap<>();

  Roles(Network network) {
    for (Router router : network.routers()) {
      if (router.gateway() != null) {
        add(router.gateway(), router.standby(), router.name());
      }
    }
    for (Balancer balancer : network.balancers()) {
      add(balancer.gateway(), balancer.standby(), balancer.name());
    }
    for (Overlay overlay : network.overlays()) {
      carry(overlay.over(), overlay.name());
    }
    for (Segment segment : network.segments()) {
      if (segment.transport() instanceof Segment.Vlan vlan) {
        carry(vlan.on(), segment.name());
      }
    }
    for (Link link : network.links()) {
      wire(link.a(), link.b());
      wire(link.b(), link.a());
    }
  }

  private void add(Ref gateway, @Nullable Standby standby, String of) {
    add(gateway, "gateway of " + of);
    List<Ref> others = standby == null ? List.of() : standby.hosts();
    for (int i = 0; i < others.size(); i++) {
      add(others.get(i), "standby " + i + " of " + of);
    }
  }

  private void carry(List<UplinkRef> uplinks, String what) {
    uplinks.forEach(u -> add(u.host(), u.uplink() + " carries " + what));
  }

  private void wire(Link.End near, Link.End far) {
    if (near instanceof Link.Port port) {
      String to =
          switch (far) {
            case Link.Port p -> p.uplink().toString();
            case Link.Device d -> d.device().toString();
          };
      add(port.uplink().host(), port.uplink().uplink() + " to " + to);
    }
  }

  private void add(Ref host, String role) {
    roles.computeIfAbsent(host, h -> new ArrayList<>()).add(role);
  }

  /** The same text for hosts that are alike. Hosts of two declarations never are. */
  String of(Ref host) {
    return host.name() + " " + roles.getOrDefault(host, List.of()).stream().sorted().toList();
  }
}
