package org.vmn.runtime.simulate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/**
 * The hosts at which gateways are. Where others stand by, a failure moves a gateway as forwarding
 * says ({@link Forwarding#gateway}), and a repair moves it back, both when it has been noticed.
 */
final class Gateways {
  private final World world;
  private final Map<Place, Gateway> all = new LinkedHashMap<>();
  private final Set<Element> failed = new LinkedHashSet<>();

  private record Place(Ref first, @Nullable Standby standby) {}

  /** One gateway, or several that always are at the same host. */
  static final class Gateway {
    private int host;
    private Ref wanted;
    private int version;

    private Gateway(int host, Ref wanted) {
      this.host = host;
      this.wanted = wanted;
    }

    /** The number of the host at which it is now. */
    int host() {
      return host;
    }
  }

  Gateways(World world) {
    this.world = world;
  }

  Gateway of(Ref first, @Nullable Standby standby) {
    return all.computeIfAbsent(
        new Place(first, standby), p -> new Gateway(world.site.hosts.number(first), first));
  }

  /** A host, or something that wires are made of, fails or works again. */
  void set(Element element, boolean works) {
    if (works) {
      failed.remove(element);
    } else {
      failed.add(element);
    }
  }

  /** Asks for each gateway where it belongs; calls back when one is elsewhere. */
  void follow(long now, Agenda.Task moved) {
    @Nullable Forwarding left = null;
    for (Map.Entry<Place, Gateway> each : all.entrySet()) {
      @Nullable Standby standby = each.getKey().standby();
      if (standby != null) {
        left = left == null ? world.tables.without(failed) : left;
        follow(each.getValue(), left.gateway(each.getKey().first(), standby), standby, now, moved);
      }
    }
  }

  private void follow(Gateway gateway, Ref to, Standby standby, long now, Agenda.Task moved) {
    if (to.equals(gateway.wanted)) {
      return;
    }
    gateway.wanted = to;
    int version = ++gateway.version;
    world.agenda.add(
        now + standby.noticedNanos(),
        time -> {
          int host = world.site.hosts.number(to);
          if (gateway.version == version && host != gateway.host) {
            Ref before = world.site.hosts.ref(gateway.host);
            gateway.host = host;
            world.log.add(time, Kind.NOTICED, to, "is the gateway now, instead of " + before);
            moved.at(time);
          }
        });
  }
}
