package org.vmn.runtime.simulate;

import java.util.HashSet;
import java.util.Set;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/** Breaks and mends what a scenario names, with all that depends on it. */
final class Health {
  private final World world;
  private final Journey journey;
  private final Checks checks;
  private final Set<Integer> brokenUplinks = new HashSet<>();
  private Fate fate = new Fate() {};

  /** Who has to do with machines that die and come back. */
  interface Fate {
    default void died(int replica, boolean withHost, long now) {}

    default void hostDied(int host, long now) {}
  }

  Health(World world, Journey journey, Checks checks) {
    this.world = world;
    this.journey = journey;
    this.checks = checks;
  }

  void tell(Fate listener) {
    fate = listener;
  }

  void set(Element element, boolean works, long now) {
    switch (element) {
      case Element.OfHost e -> host(world.site.hosts.number(e.host()), works, now);
      case Element.OfMachine e -> machine(world.site.guests.number(e.machine()), works, now);
      case Element.OfZone e -> {
        for (int host = 0; host < world.site.hosts.count(); host++) {
          if (world.site.hosts.host(host).zone().equals(e.zone())) {
            host(host, works, now);
          }
        }
      }
      case Element.OfUplink e -> {
        uplink(e.uplink(), works);
        world.gateways.set(e, works);
        wires(now);
        log(now, works, e.uplink());
      }
      case Element.OfLink e -> {
        world.wiring.set(e.link(), works);
        world.gateways.set(e, works);
        wires(now);
        log(now, works, e.link());
      }
      case Element.OfDevice e -> {
        world.wiring.set(e.device(), works);
        world.gateways.set(e, works);
        wires(now);
        log(now, works, e.device());
      }
      case Element.OfRouter e -> {
        world.routing.set(e.router(), works);
        log(now, works, e.router());
      }
    }
  }

  private void log(long now, boolean works, Object element) {
    world.log.add(
        now, works ? Kind.RESTORED : Kind.FAILED, element, works ? "works again" : "fails");
  }

  /** Links changed: ways, checks, transfers and gateways follow. */
  void wires(long now) {
    rewired(now);
    world.gateways.follow(now, this::rewired);
  }

  private void rewired(long now) {
    world.rewired();
    world.couriers.refresh(now);
    checks.all(now);
  }

  private void uplink(UplinkRef uplink, boolean works) {
    int link = world.carriers.link(uplink);
    if (works) {
      brokenUplinks.remove(link);
    } else {
      brokenUplinks.add(link);
    }
    setLinks(world.site.hosts.number(uplink.host()));
  }

  private void setLinks(int host) {
    for (int link : world.carriers.links(host)) {
      boolean down = !world.site.isUp(host) || brokenUplinks.contains(link);
      world.links.setDown(link, down);
      world.links.setDown(link + 1, down);
    }
  }

  void host(int host, boolean works, long now) {
    if (world.site.isUp(host) == works) {
      return;
    }
    world.site.set(host, works);
    world.gateways.set(new Element.OfHost(world.site.hosts.ref(host)), works);
    setLinks(host);
    log(now, works, world.site.hosts.ref(host));
    for (int replica : world.site.on(host)) {
      if (!works) {
        die(replica, true, now);
      }
      changed(replica, now);
    }
    if (!works) {
      fate.hostDied(host, now);
    }
    wires(now);
  }

  void machine(int replica, boolean works, long now) {
    world.site.guests.setFailed(replica, !works);
    log(now, works, world.site.guests.ref(replica));
    if (!works) {
      die(replica, false, now);
    }
    changed(replica, now);
  }

  private void die(int replica, boolean withHost, long now) {
    world.site.guests.paused[replica] = false;
    journey.die(replica, now);
    Processor processor = world.stations.processor(replica);
    if (processor != null) {
      processor.hasFailed = true;
      world.cpu.pause(processor, false, now);
    }
    fate.died(replica, withHost, now);
  }

  /** A replica runs, or does so no more. */
  void changed(int replica, long now) {
    Processor processor = world.stations.processor(replica);
    if (processor != null) {
      processor.changed(now);
    }
    checks.changed(replica, now);
  }

  /** Turns a replica on or off. */
  void power(int replica, boolean on, long now) {
    world.site.guests.setOff(replica, !on);
    if (!on) {
      journey.die(replica, now);
    }
    changed(replica, now);
  }
}
