package org.vmn.generator.emit.ovs.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/** The ports of a host's integration bridge other than those of guests, with their numbers. */
public final class Ports {
  private static final int FIRST_PATCH = 900;
  private static final int MORE_TUNNELS = 40_000;

  private final Map<Ends, Tunnel> tunnels = new LinkedHashMap<>();
  private final Map<String, Patch> patches = new LinkedHashMap<>();

  /**
   * What tells two tunnels of a host apart: Open vSwitch refuses a second one with the same ends.
   */
  private record Ends(Overlay.Encapsulation encapsulation, Ip local, Ip remote) {}

  /** A tunnel to one host. */
  public record Tunnel(int port, String name, Overlay overlay, Ref peer, Ip local, Ip remote) {}

  /**
   * A pair of ports between the integration bridge and an uplink's.
   *
   * @param inside the name of the end at the integration bridge
   * @param outside the name of the end at the uplink's bridge
   * @param vlans what passes, ascending
   */
  public record Patch(
      int port, String uplink, String inside, String outside, List<Integer> vlans) {}

  Ports(Topology topology, HostLayout here) {
    for (Overlay overlay : topology.network().overlays()) {
      Ip local = topology.endpoint(overlay, here);
      for (HostLayout peer : topology.layout().hosts()) {
        Ip remote = topology.endpoint(overlay, peer);
        if (local != null && remote != null && !peer.equals(here)) {
          Ends ends = new Ends(overlay.encapsulation(), local, remote);
          tunnels.computeIfAbsent(
              ends,
              e -> {
                int number = tunnels.size() + 1;
                int port = number < FIRST_PATCH ? number : MORE_TUNNELS + number;
                String purpose =
                    overlay.encapsulation() == Overlay.Encapsulation.VXLAN ? "vxlan" : "geneve";
                return new Tunnel(
                    port,
                    Names.port(topology.network(), purpose, e.toString()),
                    overlay,
                    peer.ref(),
                    local,
                    remote);
              });
        }
      }
    }
    Map<String, Set<Integer>> vlans = new LinkedHashMap<>();
    for (Segment segment : topology.network().segments()) {
      String uplink = topology.uplink(here, segment);
      if (uplink != null && segment.transport() instanceof Segment.Vlan vlan) {
        vlans.computeIfAbsent(uplink, u -> new LinkedHashSet<>()).add(vlan.id());
      }
    }
    vlans.forEach((uplink, ids) ->
        patches.put(
            uplink,
            new Patch(
                FIRST_PATCH + patches.size(),
                uplink,
                Names.port(topology.network(), "in", uplink),
                Names.port(topology.network(), "out", uplink),
                ids.stream().sorted().toList())));
  }

  /** In order of their numbers. */
  public List<Tunnel> tunnels() {
    return new ArrayList<>(tunnels.values());
  }

  /** In order of their numbers. */
  public List<Patch> patches() {
    return new ArrayList<>(patches.values());
  }

  @Nullable Tunnel tunnel(Overlay overlay, Ip local, Ip remote) {
    return tunnels.get(new Ends(overlay.encapsulation(), local, remote));
  }

  @Nullable Patch patch(String uplink) {
    return patches.get(uplink);
  }
}
