package org.vmn.runtime.simulate;

/**
 * Where requests begin and end: decides whether one may go and to which target, and books what
 * becomes of it.
 */
final class Desk {
  private final World world;
  private final Requests requests;
  private final Patience patience = new Patience();
  private final long timeout;

  Desk(World world, long timeout) {
    this.world = world;
    this.timeout = timeout;
    requests = world.requests;
  }

  Patience patience() {
    return patience;
  }

  /** A load sends a request; gives it when it is on its way, else {@link Requests#NONE}. */
  int admit(int number, Stream stream, long now) {
    Pool pool = stream.pool();
    Ledger ledger = pool.ledger();
    if (stream.clients().isEmpty()) {
      ledger.offered(now);
      ledger.lost(now, Loss.NO_CLIENT);
      return Requests.NONE;
    }
    End client = stream.pickClient();
    if (!client.isOutside() && client.dies() <= now) {
      // A machine that is down sends nothing, and the others send no more for it.
      return Requests.NONE;
    }
    ledger.offered(now);
    if (client.dies() <= now) {
      int request = start(number, client, Chooser.NOBODY, now);
      disappear(request, Loss.GATEWAY_DOWN);
      return Requests.NONE;
    }
    int gate = pool.passage().gate(client, pool.targets().get(0));
    if (gate != Passage.OPEN) {
      refuse(pool, gate, now);
      return Requests.NONE;
    }
    int target = pool.chooser().choose(stream.clients().hash());
    if (target == Chooser.NOBODY) {
      ledger.lost(now, Loss.NO_TARGET);
      return Requests.NONE;
    }
    int verdict = pool.passage().verdict(client, pool.targets().get(target));
    if (verdict != Passage.OPEN) {
      refuse(pool, verdict, now);
      return Requests.NONE;
    }
    pool.chooser().taken(target);
    int request = start(number, client, target, now);
    End server = pool.targets().get(target);
    requests.server[request] = server;
    requests.wires[request] = stream.wires(client, server);
    return request;
  }

  private static void refuse(Pool pool, int refusal, long now) {
    pool.ledger().refused(now, pool.passage().refusal(refusal).loss(), refusal);
  }

  private int start(int stream, End client, int target, long now) {
    int request = requests.add(now, stream, client, target);
    patience.add(now + timeout, request, requests.ticket[request]);
    return request;
  }

  /** The request is answered, and its client is there to see it. */
  void answer(int request, long now) {
    if (requests.state[request] != Requests.ABANDONED) {
      ledger(request).served(now, Math.max(1, now - requests.sent[request]));
      release(request);
    }
    requests.remove(request);
  }

  /** The client is told at once that there will be no answer. */
  void lose(int request, Loss loss, long now) {
    if (requests.state[request] != Requests.ABANDONED) {
      ledger(request).lost(now, loss);
      release(request);
    }
    requests.remove(request);
  }

  /** There will be no answer, and nobody tells the client. */
  void disappear(int request, Loss loss) {
    if (requests.state[request] == Requests.ABANDONED) {
      requests.remove(request);
    } else {
      requests.state[request] = Requests.GONE;
      requests.why[request] = loss;
    }
  }

  /** The client that waited longest gives up, if it still waits. */
  void giveUp() {
    int request = patience.slot();
    long now = patience.next();
    boolean waits = requests.ticket[request] == patience.ticket();
    patience.drop();
    if (!waits) {
      return;
    }
    ledger(request)
        .lost(
            now,
            requests.state[request] == Requests.GONE ? requests.why[request] : late(request, now));
    release(request);
    if (requests.state[request] == Requests.GONE) {
      requests.remove(request);
    } else {
      requests.state[request] = Requests.ABANDONED;
    }
  }

  /**
   * Why a request that is under way is late: it may be in service at a machine that has failed
   * meanwhile.
   */
  private Loss late(int request, long now) {
    boolean there = requests.position[request] == Route.STATION;
    boolean failed = requests.server[request].dies() <= now;
    return there && failed ? Loss.TARGET_FAILED : Loss.TIMEOUT;
  }

  private Pool pool(int request) {
    return world.streams.get(requests.stream[request]).pool();
  }

  private Ledger ledger(int request) {
    return pool(request).ledger();
  }

  private void release(int request) {
    if (requests.target[request] != Chooser.NOBODY) {
      pool(request).chooser().released(requests.target[request]);
    }
  }
}
