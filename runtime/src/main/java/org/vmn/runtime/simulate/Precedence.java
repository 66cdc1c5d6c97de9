package org.vmn.runtime.simulate;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait at links on which several traffic classes meet: whenever a link is free, the
 * one that came first in the highest class is sent. What is being sent goes to its end. Each class
 * has a queue of its own.
 */
final class Precedence {
  private final World world;
  private final Map<Integer, Waiting> queues = new HashMap<>();
  private @Nullable Departure departure;
  private int called = Requests.NONE;

  /** A message goes on: it is the link's turn. */
  interface Departure {
    void at(int request, long now);
  }

  /** What may be done with a message at a link. */
  enum Turn {
    GOES,
    WAITS,
    FULL
  }

  private record Message(int request, long nanos) {}

  /** Those that wait at one link, by class. */
  private static final class Waiting {
    final ArrayDeque<Message>[] of;
    final long[] nanos;
    boolean woken;

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type parameters
    Waiting(int classes) {
      of = new ArrayDeque[classes];
      nanos = new long[classes];
      for (int i = 0; i < classes; i++) {
        of[i] = new ArrayDeque<>();
      }
    }

    boolean isEmpty() {
      for (ArrayDeque<Message> queue : of) {
        if (!queue.isEmpty()) {
          return false;
        }
      }
      return true;
    }

    int take() {
      for (int i = of.length - 1; i >= 0; i--) {
        Message first = of[i].poll();
        if (first != null) {
          nanos[i] -= first.nanos;
          return first.request;
        }
      }
      return Requests.NONE;
    }
  }

  Precedence(World world) {
    this.world = world;
  }

  void onDeparture(Departure then) {
    departure = then;
  }

  /** Whether a message that is at a limited link now may be sent, or waits until it is called. */
  Turn turn(int request, int link, int of, long size, long now) {
    if (world.classes.count() == 1 || called == request || world.links.isDown(link)) {
      return Turn.GOES;
    }
    Waiting waiting = queues.computeIfAbsent(link, l -> new Waiting(world.classes.count()));
    if (world.links.waiting(link, now) == 0 && waiting.isEmpty()) {
      return Turn.GOES;
    }
    if (waiting.nanos[of] > Links.BUFFER_NANOS) {
      return Turn.FULL;
    }
    long nanos = world.links.nanos(link, of, size);
    waiting.of[of].add(new Message(request, nanos));
    waiting.nanos[of] += nanos;
    wake(link, waiting, now);
    return Turn.WAITS;
  }

  private void wake(int link, Waiting waiting, long now) {
    if (!waiting.woken && !waiting.isEmpty()) {
      waiting.woken = true;
      world.agenda.add(now + world.links.waiting(link, now), time -> free(link, waiting, time));
    }
  }

  private void free(int link, Waiting waiting, long now) {
    waiting.woken = false;
    if (world.links.waiting(link, now) == 0) {
      called = waiting.take();
      if (departure != null && called != Requests.NONE) {
        departure.at(called, now);
      }
      called = Requests.NONE;
    }
    wake(link, waiting, now);
  }
}
