package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.vmn.runtime.simulate.Stations.Station;

/** One run: takes one event after the other until the scenario ends. */
final class Run {
  // What an event's tag says: a kind in the upper bits, a number in the lower.
  private static final int SHIFT = 28;
  private static final int ARRIVAL = 0;
  private static final int STEP = 1;
  private static final int DONE = 2;
  private static final int DEATH = 3;
  private static final int NOTICE = 4;

  private static final int EVENTS_BETWEEN_QUESTIONS = 1 << 14;

  private final World world;
  private final Options options;
  private final long end;
  private final Events events = new Events();
  private final Desk desk;
  private final Journey journey;
  private final List<Station> dying = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  private record Notice(Chooser chooser, int target) {}

  Run(World world, Options options, long end) {
    this.world = world;
    this.options = options;
    this.end = end;
    desk = new Desk(world, options.timeoutNanos());
    journey = new Journey(world, desk, this::stepLater, this::doneLater, options.demandNanos());
  }

  private void stepLater(long time, int request) {
    events.add(time, STEP << SHIFT | request);
  }

  private void doneLater(long time, int request) {
    events.add(time, DONE << SHIFT | request);
  }

  void go() {
    for (int i = 0; i < world.streams.size(); i++) {
      nextArrival(i);
    }
    world.pools.values().forEach(this::failures);
    long asked = 0;
    double reported = 0;
    while (true) {
      boolean givesUp = desk.patience().next() < events.time();
      long now = givesUp ? desk.patience().next() : events.time();
      if (now > end) {
        break;
      }
      if (givesUp) {
        desk.giveUp();
      } else {
        handle(events.take(), now);
      }
      if (++asked % EVENTS_BETWEEN_QUESTIONS == 0) {
        reported = ask((double) now / end, reported);
      }
    }
    options.progress().accept(1);
  }

  private double ask(double fraction, double reported) {
    if (options.cancelled().getAsBoolean()) {
      throw new CancellationException("the simulation was cancelled");
    }
    if (fraction - reported < 0.01) {
      return reported;
    }
    options.progress().accept(fraction);
    return fraction;
  }

  private void failures(Pool pool) {
    for (int i = 0; i < pool.targets().size(); i++) {
      End target = pool.targets().get(i);
      if (target.dies() <= end) {
        events.add(target.dies(), DEATH << SHIFT | dying.size());
        dying.add(journey.station(target));
        events.add(pool.notices(target, end), NOTICE << SHIFT | notices.size());
        notices.add(new Notice(pool.chooser(), i));
      }
    }
  }

  private void handle(int tag, long now) {
    int number = tag & (1 << SHIFT) - 1;
    switch (tag >>> SHIFT) {
      case ARRIVAL -> arrive(number, now);
      case STEP -> journey.go(number, now);
      case DONE -> journey.done(number, now);
      case DEATH -> journey.die(dying.get(number));
      case NOTICE -> notices.get(number).chooser().down(notices.get(number).target());
      default -> throw new IllegalStateException("event " + tag);
    }
  }

  private void nextArrival(int stream) {
    long time = world.streams.get(stream).arrivals().next();
    if (time >= 0) {
      events.add(time, ARRIVAL << SHIFT | stream);
    }
  }

  private void arrive(int number, long now) {
    nextArrival(number);
    Stream stream = world.streams.get(number);
    int request = desk.admit(number, stream, now);
    if (request != Requests.NONE) {
      journey.go(request, now);
    }
  }
}
