package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/** Moves requests along their way: from link to link, to the target, through its work, and back. */
final class Journey {
  private final World world;
  private final Requests requests;
  private final Links links;
  private final Desk desk;
  private final Cpu cpu;
  private final Freight freight;
  private final Precedence precedence;

  /** The next event of each request that has one: a link to enter, or its computation's end. */
  private final CalendarQueue steps = new CalendarQueue();

  /** Computations that ended while their machine was paused. */
  private final Map<Integer, List<Integer>> held = new HashMap<>();

  Journey(World world, Desk desk) {
    this.world = world;
    this.desk = desk;
    requests = world.requests;
    links = world.links;
    cpu = world.cpu;
    freight = new Freight(world);
    precedence = new Precedence(world);
    precedence.onDeparture(this::go);
    desk.drops(freight::drop);
  }

  long time() {
    return steps.time();
  }

  void step() {
    long now = steps.time();
    int request = steps.take();
    if (requests.position[request] == requests.trip[request].station()
        && requests.tail[request] < now) {
      requests.station[request].processor.busy(-1, now);
      computed(request, now);
    } else {
      go(request, now);
    }
  }

  /** Goes on from where the request is; its first packet is there now. */
  void go(int request, long now) {
    Trip trip = requests.trip[request];
    boolean again = requests.order[request].pool().isReliable();
    int position = requests.position[request];
    long head = now;
    long tail = Math.max(now, requests.tail[request]);
    if (tail == now && freight.takes(request, position)) {
      requests.position[request] = position;
      freight.send(request, position, now, (r, end, later) -> pause(r, end, later, later));
      return;
    }
    while (position != trip.station() && position != trip.answer()) {
      int hop = trip.hop(position);
      int link = trip.links()[hop];
      if (head > now && links.isLimited(link)) {
        // Others may come before: wait for its turn.
        pause(request, position, head, tail);
        return;
      }
      int of = world.classOf(request, position);
      Precedence.Turn turn =
          links.isLimited(link)
              ? precedence.turn(request, link, of, trip.size()[hop], now)
              : Precedence.Turn.GOES;
      if (turn == Precedence.Turn.WAITS) {
        requests.position[request] = position;
        requests.tail[request] = tail;
        return;
      }
      world.tracer.enters(request, link, head, trip.size()[hop]);
      Links.Sent sent =
          turn == Precedence.Turn.FULL
              ? Links.Sent.FULL
              : links.send(link, head, tail, trip.size()[hop], trip.packet()[hop], again, of);
      if (sent != Links.Sent.PASSED) {
        fail(request, sent, now);
        return;
      }
      head = links.head();
      tail = links.tail();
      position++;
    }
    if (tail > now) {
      pause(request, position, tail, tail);
    } else {
      requests.position[request] = position;
      requests.tail[request] = tail;
      arrive(request, position == trip.station(), now);
    }
  }

  private void fail(int request, Links.Sent sent, long now) {
    switch (sent) {
      case FULL -> desk.lose(request, Loss.LINK_FULL, now);
      case LOST -> desk.disappear(request, Loss.LINK_LOSS);
      default -> desk.disappear(request, broken(request));
    }
  }

  /** Whose failure cuts a link. */
  private Loss broken(int request) {
    End client = requests.client[request];
    if (!client.works(world.site)) {
      return client.isOutside() ? Loss.GATEWAY_DOWN : Loss.CLIENT_FAILED;
    }
    return requests.server[request].works(world.site) ? Loss.LINK_DOWN : Loss.TARGET_DOWN;
  }

  private void pause(int request, int position, long time, long tail) {
    requests.position[request] = position;
    requests.tail[request] = tail;
    steps.put(request, time);
  }

  private void arrive(int request, boolean atTarget, long now) {
    if (atTarget) {
      serve(request, now);
    } else if (requests.client[request].works(world.site)) {
      desk.answer(request, now);
    } else {
      desk.disappear(request, broken(request));
    }
  }

  private void serve(int request, long now) {
    End target = requests.server[request];
    if (!target.works(world.site)) {
      desk.disappear(request, Loss.TARGET_DOWN);
      return;
    }
    Station station = requests.station[request];
    switch (station.take(request, world.site.guests.paused[target.replica()], now)) {
      case STARTS -> compute(request, now);
      case WAITS -> note(request, now, "waits for one of those in work to end");
      case REFUSED -> desk.lose(request, Loss.QUEUE_FULL, now);
    }
  }

  private void note(int request, long now, String what) {
    if (world.tracer.follows(request)) {
      Station station = requests.station[request];
      String where =
          world.site.guests.ref(station.processor.replica) + "." + station.program.name();
      world.tracer.note(request, now, where, what);
    }
  }

  private void compute(int request, long now) {
    Station station = requests.station[request];
    double demand = world.demands.exponential() * station.demandNanos;
    note(request, now, "computes");
    if (cpu.isAlone(station.processor)) {
      station.processor.busy(1, now);
      // One nanosecond at least, which tells the end of the work from the arrival.
      requests.tail[request] = now;
      steps.put(request, now + Math.max(1, Math.round(demand)));
    } else {
      cpu.begin(request, station.processor, demand, now);
      cpu.settle(now);
    }
  }

  /** What shared processors are done with. */
  void shared() {
    long now = cpu.time();
    int request = cpu.finish();
    cpu.settle(now);
    computed(request, now);
  }

  private void computed(int request, long now) {
    int replica = requests.server[request].replica();
    if (world.site.guests.paused[replica]) {
      held.computeIfAbsent(replica, r -> new ArrayList<>()).add(request);
      return;
    }
    ask(request, now);
  }

  /** Asks of others what is still to be asked; answers when nothing is. */
  private void ask(int request, long now) {
    List<Call> calls = requests.station[request].program.calls();
    while (requests.call[request] < calls.size()) {
      Call call = calls.get(requests.call[request]);
      if (requests.repeats[request] == Requests.NONE) {
        requests.repeats[request] = world.calls.times(call);
        requests.tries[request] = 0;
      }
      if (requests.repeats[request] > 0) {
        Calls.Asked asked = world.calls.of(requests.server[request], call);
        if (asked.caller() == null) {
          requests.failed[request] = true;
          break;
        }
        if (requests.tries[request] > 0) {
          asked.order().pool().ledger().retried(now);
        }
        int child =
            desk.admit(asked.order(), asked.caller(), asked.hash(), Requests.NONE, request, now);
        if (child != Requests.NONE) {
          go(child, now);
        }
        return;
      }
      requests.call[request]++;
      requests.repeats[request] = Requests.NONE;
    }
    respond(request, now);
  }

  /** What a request asked of another is over. */
  void told(int request, int ticket, boolean served, long now) {
    if (requests.ticket[request] != ticket || requests.state[request] == Requests.GONE) {
      return;
    }
    Call call = requests.station[request].program.calls().get(requests.call[request]);
    if (served) {
      requests.repeats[request]--;
      requests.tries[request] = 0;
      ask(request, now);
    } else if (requests.tries[request] < call.retries()) {
      requests.tries[request]++;
      ask(request, now);
    } else {
      requests.failed[request] = true;
      respond(request, now);
    }
  }

  private void respond(int request, long now) {
    Station station = requests.station[request];
    boolean counts = requests.sent[request] >= world.warmup && !requests.failed[request];
    station.processor.served += counts ? 1 : 0;
    station.leave();
    startNext(station, now);
    turn(request);
    requests.position[request] = requests.trip[request].station() + 1;
    requests.tail[request] = now;
    note(request, now, "answers");
    world.tracer.answered(request, now);
    go(request, now);
  }

  /** Machines may have moved meanwhile: then the answer takes the way that there is now. */
  private void turn(int request) {
    if (world.site.hasMoves()) {
      End client = requests.client[request];
      Trip now = requests.order[request].trip(client, requests.server[request]);
      requests.trip[request] = now == null ? requests.trip[request] : now;
    }
  }

  private void startNext(Station station, long now) {
    if (!world.site.guests.paused[station.processor.replica]) {
      int next = station.start(now);
      if (next != Requests.NONE) {
        compute(next, now);
      }
    }
  }

  /** A paused machine goes on. */
  void resume(int replica, long now) {
    List<Integer> done = held.remove(replica);
    if (done != null) {
      for (int request : done) {
        ask(request, now);
      }
    }
    for (Station station : world.stations.on(replica)) {
      for (int next = station.start(now); next != Requests.NONE; next = station.start(now)) {
        compute(next, now);
      }
    }
  }

  /** A machine died: all that was there is lost. */
  void die(int replica, long now) {
    Processor processor = world.stations.processor(replica);
    if (processor == null) {
      return;
    }
    held.remove(replica);
    cpu.stop(processor, now);
    processor.stop(now);
    for (Station station : world.stations.on(replica)) {
      while (station.poll(now) != Requests.NONE) {
        // They are found below, among all that are there.
      }
      station.clear();
    }
    for (int request = 0; request < requests.rows(); request++) {
      if (requests.isAt(request, replica, now)) {
        steps.remove(request);
        desk.disappear(request, Loss.TARGET_FAILED);
      }
    }
  }
}
