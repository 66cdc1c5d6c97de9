package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Service;

/** One run: takes one event after the other until the scenario ends. */
final class Run {
  private static final int EVENTS_BETWEEN_QUESTIONS = 1 << 14;

  private final World world;
  private final Options options;
  private final Scenario scenario;
  private final Desk desk;
  private final Crowd crowd;
  private final Journey journey;
  private final Story story;

  Run(World world, Scenario scenario, Options options) {
    this.world = world;
    this.options = options;
    this.scenario = scenario;
    desk = new Desk(world);
    crowd = new Crowd(world, desk);
    journey = new Journey(world, desk);
    desk.tell(this::over);
    List<Runnable> loads = new ArrayList<>();
    for (Load load : scenario.loads()) {
      loads.add(prepare(load, loads.size()));
    }
    world.complete();
    loads.forEach(Runnable::run);
    story = new Story(world, journey);
    scenario.events().forEach(story::tell);
    if (world.gauges != null) {
      world.gauges.begin();
    }
  }

  Story story() {
    return story;
  }

  /** Names the service, so that it is complete before the first request; then begins. */
  private Runnable prepare(Load load, int number) {
    Randomness picks = world.random(World.PICKS, number);
    return switch (load) {
      case Load.Requests r -> {
        Order order = order(r.service(), r.requestBytes(), r.responseBytes(), r.timeoutNanos());
        Clients clients =
            ClientFinder.find(world.tables, world.ends, order.pool().door(), r.from());
        Arrivals arrivals =
            new Arrivals(RateCurve.of(r, scenario), world.random(World.ARRIVALS, number));
        Stream stream = new Stream(order, clients, arrivals, picks);
        yield () -> nextArrival(stream);
      }
      case Load.Clients c -> {
        Order order = order(c.service(), c.requestBytes(), c.responseBytes(), c.timeoutNanos());
        Clients clients =
            ClientFinder.find(world.tables, world.ends, order.pool().door(), c.from());
        yield () -> crowd.add(c, order, clients, picks);
      }
      case Load.Transfers t -> () -> new Haulage(world).add(t);
    };
  }

  private Order order(Service service, long requestBytes, long responseBytes, long timeout) {
    Pool pool = world.services.of(service);
    long patience = timeout == 0 ? options.timeoutNanos() : Math.min(timeout, Bounds.LONGEST_NANOS);
    return new Order(world, pool, requestBytes, responseBytes, patience);
  }

  private void nextArrival(Stream stream) {
    long time = stream.arrivals().next();
    if (time >= 0) {
      world.agenda.add(time, now -> arrive(stream, now));
    }
  }

  private void arrive(Stream stream, long now) {
    nextArrival(stream);
    Clients clients = stream.clients();
    End client = clients.isEmpty() ? null : clients.pick(stream.picks());
    go(desk.admit(stream.order(), client, clients.hash(), Requests.NONE, Requests.NONE, now), now);
  }

  private void go(int request, long now) {
    if (request != Requests.NONE) {
      journey.go(request, now);
    }
  }

  private void over(int request, boolean served, long now) {
    int parent = world.requests.parent[request];
    int user = world.requests.user[request];
    if (parent != Requests.NONE) {
      journey.told(parent, world.requests.parentTicket[request], served, now);
    } else if (user != Requests.NONE) {
      crowd.told(user, world.requests.sent[request], now);
    }
  }

  void go() {
    long asked = 0;
    double reported = 0;
    while (true) {
      long soon = Math.min(world.agenda.time(), journey.time());
      long later = Math.min(desk.time(), crowd.time());
      long shared = Math.min(world.cpu.time(), world.couriers.time());
      long now = Math.min(soon, Math.min(later, shared));
      if (now > world.end) {
        break;
      }
      next(now);
      if (++asked % EVENTS_BETWEEN_QUESTIONS == 0) {
        reported = ask((double) now / world.end, reported);
        if (options.watch().stopped().getAsBoolean()) {
          world.endAt(now);
          break;
        }
      }
    }
    options.watch().progress().accept(1);
  }

  /** Of what is due at the same time: the story first, those who give up last. */
  private void next(long now) {
    if (world.agenda.time() == now) {
      world.agenda.next();
    } else if (world.couriers.time() == now) {
      world.couriers.next();
    } else if (world.cpu.time() == now) {
      journey.shared();
    } else if (journey.time() == now) {
      journey.step();
    } else if (crowd.time() == now) {
      go(crowd.ask(), now);
    } else {
      desk.giveUp();
    }
  }

  private double ask(double fraction, double reported) {
    if (options.watch().cancelled().getAsBoolean()) {
      throw new CancellationException("the simulation was cancelled");
    }
    if (fraction - reported < 0.01) {
      return reported;
    }
    options.watch().progress().accept(fraction);
    return fraction;
  }
}
