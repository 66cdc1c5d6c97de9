package org.vmn.runtime.simulate;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/**
 * Where requests begin and end: decides whether one may go and to which target, and books what
 * becomes of it.
 */
final class Desk {
  private final World world;
  private final Requests requests;
  private final CalendarQueue timers = new CalendarQueue();
  private Outcome outcome = (request, served, now) -> {};
  private Dropped dropped = (request, now) -> false;

  /** Who asked learns that a request is over. */
  interface Outcome {
    void over(int request, boolean served, long now);
  }

  /** What is on its way for somebody may be stopped. */
  interface Dropped {
    /** Whether it was, so that there are no more events of the request. */
    boolean of(int request, long now);
  }

  Desk(World world) {
    this.world = world;
    requests = world.requests;
  }

  void tell(Outcome listener) {
    outcome = listener;
  }

  void drops(Dropped freight) {
    dropped = freight;
  }

  /** When the next of those who ask gives up. */
  long time() {
    return timers.time();
  }

  /**
   * Somebody asks. Gives the request when it is on its way; else {@link Requests#NONE}, and it may
   * be that it is over already.
   *
   * @param hash of the client's address
   * @param user who asks again after the answer, or {@link Requests#NONE}
   * @param parent the request that asks, or {@link Requests#NONE}
   */
  int admit(Order order, @Nullable End client, long hash, int user, int parent, long now) {
    Pool pool = order.pool();
    Ledger ledger = pool.ledger();
    if (client == null) {
      ledger.offered(now);
      ledger.lost(now, now, Loss.NO_CLIENT);
      return Requests.NONE;
    }
    if (!client.isOutside() && !client.works(world.site)) {
      // A machine that is down sends nothing, and the others send no more for it.
      return Requests.NONE;
    }
    ledger.offered(now);
    int request = requests.add(now, order, client, Chooser.NOBODY);
    requests.user[request] = user;
    requests.parent[request] = parent;
    requests.parentTicket[request] = parent == Requests.NONE ? 0 : requests.ticket[parent];
    world.tracer.begins(request, parent, now);
    timers.put(request, now + order.timeout());
    if (!client.works(world.site)) {
      disappear(request, Loss.GATEWAY_DOWN);
      return Requests.NONE;
    }
    return send(request, pool, client, hash, now) ? request : Requests.NONE;
  }

  private boolean send(int request, Pool pool, End client, long hash, long now) {
    if (isCut(client)) {
      disappear(request, Loss.QUARANTINED);
      return false;
    }
    int gate = pool.passage().gate(client, pool.targets().get(0));
    if (gate != Passage.OPEN) {
      follow(request, pool, pool.targets().get(0), now);
      refuse(request, gate, now);
      return false;
    }
    int target = pool.chooser().choose(hash);
    if (target == Chooser.NOBODY) {
      lose(request, Loss.NO_TARGET, now);
      return false;
    }
    End server = pool.targets().get(target);
    follow(request, pool, server, now);
    int verdict = pool.passage().verdict(client, server);
    if (verdict != Passage.OPEN) {
      refuse(request, verdict, now);
      return false;
    }
    pool.chooser().taken(target);
    requests.target[request] = target;
    requests.server[request] = server;
    Station station = pool.station(target);
    requests.station[request] = station;
    if (station.ledger != pool.ledger()) {
      station.ledger.offered(now);
    }
    Trip trip = requests.order[request].trip(client, server);
    if (trip == null || isCut(server)) {
      disappear(request, trip == null ? Loss.LINK_DOWN : Loss.QUARANTINED);
      return false;
    }
    requests.trip[request] = trip;
    return true;
  }

  private void follow(int request, Pool pool, End server, long now) {
    if (world.tracer.follows(request)) {
      world.tracer.walked(request, now, pool.passage().walk(requests.client[request], server));
    }
  }

  private boolean isCut(End end) {
    return !end.isOutside() && world.site.guests.quarantined[end.replica()];
  }

  /** The request is answered, and its client is there to see it. */
  void answer(int request, long now) {
    if (requests.failed[request]) {
      lose(request, Loss.CALL_FAILED, now);
      return;
    }
    if (requests.state[request] != Requests.ABANDONED) {
      world.tracer.note(request, now, world.tracer.client(request), "has the whole answer");
      ledger(request).served(now, requests.sent[request]);
      Ledger also = also(request);
      if (also != null) {
        also.served(now, requests.sent[request]);
      }
      end(request, true, now);
    }
    requests.remove(request);
  }

  private void refuse(int request, int refusal, long now) {
    Pool pool = requests.order[request].pool();
    Loss loss = pool.passage().refusal(refusal).loss();
    if (loss == Loss.ROUTER_DOWN) {
      disappear(request, loss);
      return;
    }
    world.tracer.note(request, now, world.tracer.client(request), "lost: " + loss.words());
    pool.ledger().refused(now, loss, refusal);
    end(request, false, now);
    requests.remove(request);
  }

  /** Who asked is told at once that there will be no answer. */
  void lose(int request, Loss loss, long now) {
    if (requests.state[request] != Requests.ABANDONED) {
      book(request, loss, now);
      end(request, false, now);
    }
    requests.remove(request);
  }

  private void book(int request, Loss loss, long now) {
    world.tracer.note(request, now, world.tracer.client(request), "lost: " + loss.words());
    ledger(request).lost(now, requests.sent[request], loss);
    Ledger also = also(request);
    if (also != null) {
      also.lost(now, requests.sent[request], loss);
    }
  }

  /** There will be no answer, and nobody tells who asked. */
  void disappear(int request, Loss loss) {
    if (requests.state[request] == Requests.ABANDONED) {
      requests.remove(request);
    } else {
      requests.state[request] = Requests.GONE;
      requests.why[request] = loss;
    }
  }

  /** Whoever waited longest gives up. */
  void giveUp() {
    long now = timers.time();
    int request = timers.take();
    boolean gone = requests.state[request] == Requests.GONE;
    book(request, gone ? requests.why[request] : late(request), now);
    end(request, false, now);
    if (gone || dropped.of(request, now)) {
      requests.remove(request);
    } else {
      requests.state[request] = Requests.ABANDONED;
    }
  }

  /**
   * Why a request that is under way is late: it may be in service at a machine that has failed
   * meanwhile.
   */
  private Loss late(int request) {
    boolean there = requests.position[request] == requests.trip[request].station();
    return there && !requests.server[request].works(world.site) ? Loss.TARGET_FAILED : Loss.TIMEOUT;
  }

  private Ledger ledger(int request) {
    return requests.order[request].pool().ledger();
  }

  /** The program's own, where it was asked through a balancer. */
  private @Nullable Ledger also(int request) {
    if (requests.target[request] == Chooser.NOBODY) {
      return null;
    }
    Ledger ledger = requests.station[request].ledger;
    return ledger == ledger(request) ? null : ledger;
  }

  private void end(int request, boolean served, long now) {
    timers.remove(request);
    if (requests.target[request] != Chooser.NOBODY) {
      requests.order[request].pool().chooser().released(requests.target[request]);
    }
    outcome.over(request, served, now);
  }
}
