package org.vmn.runtime.simulate;

import org.vmn.runtime.forward.Place;
import org.vmn.runtime.simulate.Stations.Station;

/** Moves requests along their route, from link to link, to the target and back. */
final class Journey {
  private final Requests requests;
  private final Links links;
  private final Stations stations;
  private final Randomness demands;
  private final Desk desk;
  private final Later step;
  private final Later done;
  private final long demandNanos;

  /** Has an event of a request happen at a time. */
  interface Later {
    void at(long time, int request);
  }

  Journey(World world, Desk desk, Later step, Later done, long demandNanos) {
    this.desk = desk;
    this.step = step;
    this.done = done;
    this.demandNanos = demandNanos;
    requests = world.requests;
    links = world.links;
    stations = world.stations;
    demands = world.demands;
  }

  /** Goes on from where the request is; its first packet is there now. */
  void go(int request, long now) {
    End client = requests.client[request];
    End target = requests.server[request];
    Wires wires = requests.wires[request];
    int position = requests.position[request];
    long head = now;
    long tail = Math.max(now, requests.tail[request]);
    while (position != Route.STATION && position != Route.ANSWER) {
      int link = Route.link(position, client, target);
      if (link != Carriers.NONE) {
        if (head > now && links.isLimited(link)) {
          // Others may come before: wait for its turn.
          pause(request, position, head, tail);
          return;
        }
        switch (links.send(link, head, tail, wires.size[position], wires.packet[position])) {
          case FULL -> {
            desk.lose(request, Loss.LINK_FULL, now);
            return;
          }
          case DEAD -> {
            desk.disappear(request, Route.broken(position, client));
            return;
          }
          case PASSED -> {
            head = links.head();
            tail = links.tail();
          }
        }
      }
      position++;
    }
    if (tail > now) {
      pause(request, position, tail, tail);
    } else {
      requests.position[request] = (byte) position;
      arrive(request, position, client, target, now);
    }
  }

  private void pause(int request, int position, long time, long tail) {
    requests.position[request] = (byte) position;
    requests.tail[request] = tail;
    step.at(time, request);
  }

  private void arrive(int request, int position, End client, End target, long now) {
    if (position == Route.STATION) {
      serve(request, target, now);
    } else if (client.dies() <= now) {
      desk.disappear(request, Route.broken(position, client));
    } else {
      desk.answer(request, now);
    }
  }

  private void serve(int request, End target, long now) {
    if (target.dies() <= now) {
      desk.disappear(request, Loss.TARGET_DOWN);
      return;
    }
    switch (stations.take(station(target), request, now)) {
      case STARTS -> start(request, now);
      case WAITS -> {}
      case REFUSED -> desk.lose(request, Loss.QUEUE_FULL, now);
    }
  }

  private void start(int request, long now) {
    done.at(now + Math.round(demands.exponential() * demandNanos), request);
  }

  /** The target has done its work: the answer leaves. */
  void done(int request, long now) {
    End target = requests.server[request];
    if (target.dies() <= now) {
      desk.disappear(request, Loss.TARGET_FAILED);
      return;
    }
    int next = stations.finish(station(target), now);
    if (next != Requests.NONE) {
      start(next, now);
    }
    requests.position[request] = Route.STATION + 1;
    requests.tail[request] = now;
    go(request, now);
  }

  /**
   * A target fails: who waits there is lost; who is in service is found out when it would have been
   * done.
   */
  void die(Station station) {
    for (int r = stations.poll(station); r != Requests.NONE; r = stations.poll(station)) {
      desk.disappear(r, Loss.TARGET_FAILED);
    }
  }

  Station station(End target) {
    Place.Adapter at = (Place.Adapter) target.place();
    return stations.of(target, at.machine().cpu());
  }
}
