package org.vmn.runtime.simulate;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/** Carries out what happens in a scenario. */
final class Story implements Health.Fate {
  private final World world;
  private final Health health;
  private final Checks checks;
  private final Moves moves;
  private final Scaling scaling;
  private final Protection protection;

  Story(World world, Journey journey) {
    this.world = world;
    checks = new Checks(world);
    health = new Health(world, journey, checks);
    health.tell(this);
    moves = new Moves(world, journey, health);
    scaling = new Scaling(world, health, checks);
    protection = new Protection(world, health, moves);
  }

  Protection protection() {
    return protection;
  }

  void tell(Event event) {
    world.agenda.add(event.atNanos(), now -> happen(event, now));
  }

  private void happen(Event event, long now) {
    switch (event) {
      case Event.Fail e -> health.set(e.element(), false, now);
      case Event.Restore e -> health.set(e.element(), true, now);
      case Event.Impair e -> impair(e, now);
      case Event.Migrate e ->
          moves.begin(
              world.site.guests.number(e.machine()),
              world.site.hosts.number(e.to()),
              now,
              time -> {});
      case Event.ScaleTo e ->
          scaling.to(
              world.site.guests.machine(world.site.guests.first(e.target())), e.count(), now);
      case Event.Quarantine e -> {
        int replica = world.site.guests.number(e.machine());
        world.site.guests.quarantined[replica] = true;
        world.log.add(now, Kind.QUARANTINED, e.machine(), "is cut off");
        checks.changed(replica, now);
      }
      case Event.Maintain e -> maintain(e, now);
      case Event.Backup e -> protection.backup(world.site.guests.number(e.machine()), now);
      case Event.Burst e ->
          // The requests themselves are part of the loads' curves.
          world.log.add(
              now,
              Kind.BURST,
              name(e.service()),
              String.format(
                  Locale.ROOT,
                  "is asked %s times as much, for %s s",
                  number(e.factor()),
                  number(e.durationNanos() / 1e9)));
    }
  }

  private void impair(Event.Impair e, long now) {
    int link;
    long speed;
    switch (e.element()) {
      case Element.OfUplink of -> {
        link = world.carriers.link(of.uplink());
        speed = world.carriers.bitsPerSecond(of.uplink());
      }
      case Element.OfLink of -> {
        int wire = world.wiring.wire(of.link());
        link = world.wiring.link(wire);
        speed = world.wiring.wires().get(wire).bitsPerSecond();
      }
      default -> throw new IllegalArgumentException("only wires get worse: " + e.element());
    }
    for (int direction = link; direction <= link + 1; direction++) {
      world.links.impair(direction, e.delayNanos(), e.jitterNanos(), e.loss());
      world.links.setSpeed(direction, e.bitsPerSecond() == 0 ? speed : e.bitsPerSecond());
    }
    String text =
        String.format(
            Locale.ROOT,
            "gets %.3f ms more delay, %.3f ms of jitter, %.2f %% loss%s",
            e.delayNanos() / 1e6,
            e.jitterNanos() / 1e6,
            e.loss() * 100,
            e.bitsPerSecond() == 0 ? "" : ", " + number(e.bitsPerSecond() / 1e6) + " Mbps");
    world.log.add(now, Kind.IMPAIRED, name(e.element()), text);
    world.couriers.refresh(now);
  }

  private static String name(Service service) {
    return switch (service) {
      case Service.AtBalancer at -> at.balancer();
      case Service.AtProgram at -> at.machine() + "." + at.program();
    };
  }

  /** {@code 5} and {@code 1.5}. */
  private static String number(double number) {
    return new DecimalFormat("#.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }

  private static Object name(Element element) {
    return switch (element) {
      case Element.OfUplink of -> of.uplink();
      case Element.OfLink of -> of.link();
      default -> element;
    };
  }

  private void maintain(Event.Maintain e, long now) {
    int host = world.site.hosts.number(e.host());
    world.log.add(now, Kind.MAINTENANCE, e.host(), "is emptied");
    int[] left = {1};
    Agenda.Task gone =
        time -> {
          if (--left[0] == 0) {
            down(host, e.durationNanos(), time);
          }
        };
    for (int replica : world.site.on(host)) {
      int to = world.site.guests.runs(replica) ? moves.refuge(replica) : -1;
      if (to >= 0) {
        left[0]++;
        moves.begin(replica, to, now, gone);
      } else if (world.site.guests.runs(replica)) {
        world.log.add(
            now, Kind.REFUSED, world.site.guests.ref(replica), "no host has room for it: it stops");
      }
    }
    gone.at(now);
  }

  private void down(int host, long duration, long now) {
    health.host(host, false, now);
    world.agenda.add(now + duration, time -> health.host(host, true, time));
  }

  @Override
  public void died(int replica, boolean withHost, long now) {
    moves.died(replica, now);
    if (withHost) {
      protection.died(replica, now);
    }
  }

  @Override
  public void hostDied(int host, long now) {
    moves.hostDied(host, now);
  }
}
