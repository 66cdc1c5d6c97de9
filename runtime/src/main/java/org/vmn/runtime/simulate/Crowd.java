package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/** Clients that each wait for the answer, think, and ask again. */
final class Crowd {
  private final World world;
  private final Desk desk;
  private final CalendarQueue thinking = new CalendarQueue();
  private final List<Kind> kinds = new ArrayList<>();
  private int count;

  /** The clients of one load: numbers from {@code first} on. */
  private record Kind(
      int first, Load.Clients load, Order order, Clients clients, Randomness random) {}

  Crowd(World world, Desk desk) {
    this.world = world;
    this.desk = desk;
  }

  void add(Load.Clients load, Order order, Clients clients, Randomness random) {
    Kind kind = new Kind(count, load, order, clients, random);
    kinds.add(kind);
    for (int i = 0; i < load.clients(); i++) {
      think(count++, kind, 0, 0);
    }
  }

  /** Nobody asks again sooner than answers take, also where there are none. */
  private void think(int user, Kind kind, long sent, long now) {
    double nanos = kind.random.exponential() * kind.load.thinkNanos();
    long next = now + (long) Math.min(nanos, Bounds.LONGEST_NANOS);
    thinking.put(user, Math.max(next, sent + Bounds.SHORTEST_NANOS));
  }

  private Kind kind(int user) {
    int at = kinds.size() - 1;
    while (kinds.get(at).first > user) {
      at--;
    }
    return kinds.get(at);
  }

  long time() {
    return thinking.time();
  }

  /** Somebody has thought; gives the request if it is on its way. */
  int ask() {
    long now = thinking.time();
    int user = thinking.take();
    Kind kind = kind(user);
    if (kind.clients.isEmpty()) {
      return desk.admit(kind.order, null, 0, user, Requests.NONE, now);
    }
    End client = kind.clients.pick(kind.random);
    if (!client.isOutside() && !client.works(world.site)) {
      think(user, kind, now, now);
      return Requests.NONE;
    }
    return desk.admit(kind.order, client, kind.clients.hash(), user, Requests.NONE, now);
  }

  /** The answer is there, or given up. */
  void told(int user, long sent, long now) {
    think(user, kind(user), sent, now);
  }
}
