package org.vmn.runtime.simulate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Messages so long that they take turns with others packet by packet: they share links fairly, as
 * transfers do, and nothing of them is lost for a full queue, since TCP sends no faster than its
 * answers come.
 */
final class Freight {
  /** Eight hundred packets and more: several windows, however it begins. */
  static final long LONG_BYTES = 1 << 20;

  /** What is sent before the first answer (RFC 6928); longer messages wait for answers. */
  private static final long WINDOW_BYTES = 10 * 1460;

  /** On slow links less is long: eight such messages fill a link's queue. */
  private static final double LONG_SECONDS = Links.BUFFER_NANOS / 8 / 1e9;

  private final World world;
  private final Map<Integer, Couriers.Parcel> parcels = new HashMap<>();

  /** A message is there. */
  interface Arrival {
    void at(int request, int position, long now);
  }

  Freight(World world) {
    this.world = world;
  }

  /** Whether a message begins at a position that is to be sent so. */
  boolean takes(int request, int position) {
    Trip trip = world.requests.trip[request];
    boolean begins = position == 0 || position == trip.station() + 1;
    if (!begins || position == trip.station() || position == trip.answer()) {
      return false;
    }
    int first = trip.hop(position);
    long size = trip.size()[first];
    if (size < WINDOW_BYTES) {
      return false;
    }
    int last = last(trip, position);
    boolean shared = false;
    for (int hop = first; hop < last; hop++) {
      int link = trip.links()[hop];
      double seconds = size / world.links.bytesPerSecond(link);
      shared |= world.links.isLimited(link) && (size >= LONG_BYTES || seconds >= LONG_SECONDS);
    }
    return shared && world.requests.order[request].pool().isReliable();
  }

  private static int last(Trip trip, int position) {
    return position < trip.station() ? trip.turn() : trip.links().length;
  }

  /** Sends the message that begins at a position, to the end of that way. */
  void send(int request, int position, long now, Arrival arrival) {
    Trip trip = world.requests.trip[request];
    int first = trip.hop(position);
    int[] way = Arrays.copyOfRange(trip.links(), first, last(trip, position));
    int end = position < trip.station() ? trip.station() : trip.answer();
    Agenda.Task arrived =
        time -> {
          parcels.remove(request);
          long later = time;
          for (int link : way) {
            later += world.links.latency(link);
          }
          arrival.at(request, end, later);
        };
    parcels.put(
        request,
        world.couriers.send(
            trip.size()[first], world.classOf(request, position), now, () -> way, arrived));
  }

  /** Who asked has given up: what is on its way for them is sent no further. */
  boolean drop(int request, long now) {
    Couriers.Parcel parcel = parcels.remove(request);
    if (parcel == null) {
      return false;
    }
    world.couriers.cancel(parcel, now);
    return true;
  }
}
