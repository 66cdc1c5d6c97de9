package org.vmn.runtime.simulate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.simulate.fluid.FairShare;
import org.vmn.runtime.simulate.fluid.Tiers;

/**
 * Long transfers: memory of machines that move, copies of disks, data. A fluid over the same links
 * that requests take: all share fairly, and each slows the other down.
 */
final class Couriers {
  private static final double MOST_BYTES_PER_SECOND = 1e12;

  /** Where no speed is stated: 10 Gbit/s. */
  private static final double UNSTATED = 1.25e9;

  private static final int MOST_HOPS = 64;

  /** Links notice so often how much of them requests take. */
  private static final long TICK_NANOS = 100_000_000;

  private static final double PACKET = 1500;

  /** Linux's shortest wait for an acknowledgement. */
  private static final double RETRANSMIT_SECONDS = 0.2;

  private final Links links;
  private final Agenda agenda;
  private final Classes classes;
  private final Tiers tiers;
  private final Map<Integer, Integer> resources = new LinkedHashMap<>();
  private final Map<Integer, Parcel> parcels = new LinkedHashMap<>();

  /** By link: bytes of messages at the last look, all and by class. */
  private final Map<Integer, Seen> seen = new LinkedHashMap<>();

  private boolean ticking;

  /** By resource. */
  private int[] linkOf = new int[16];

  private record Seen(long all, long[] from) {}

  /** A transfer under way. */
  static final class Parcel {
    private final Supplier<int @Nullable []> way;
    private final Agenda.Task arrived;
    private int activity;
    private boolean over;
    private final double bytes;
    private final int of;

    private Parcel(double bytes, int of, Supplier<int @Nullable []> way, Agenda.Task arrived) {
      this.bytes = bytes;
      this.of = of;
      this.way = way;
      this.arrived = arrived;
    }
  }

  Couriers(Links links, Agenda agenda, Classes classes) {
    this.links = links;
    this.agenda = agenda;
    this.classes = classes;
    tiers = new Tiers(classes.count(), MOST_HOPS, MOST_BYTES_PER_SECOND);
  }

  /**
   * Sends bytes; where no way is left they wait.
   *
   * @param of their traffic class
   * @param way the links at any moment, or null
   */
  Parcel send(double bytes, int of, long now, Supplier<int @Nullable []> way, Agenda.Task arrived) {
    Parcel parcel = new Parcel(bytes, of, way, arrived);
    begin(parcel, Math.max(1, bytes), now);
    settle(now);
    if (!ticking) {
      ticking = true;
      agenda.add(now + TICK_NANOS, this::tick);
    }
    return parcel;
  }

  void cancel(Parcel parcel, long now) {
    if (!parcel.over) {
      parcel.over = true;
      parcels.remove(parcel.activity);
      tiers.abandon(parcel.activity);
      settle(now);
    }
  }

  /** Finds all ways again, after links changed. */
  void refresh(long now) {
    if (parcels.isEmpty()) {
      return;
    }
    for (Parcel parcel : parcels.values().toArray(new Parcel[0])) {
      double left = tiers.left(parcel.activity, now);
      parcels.remove(parcel.activity);
      tiers.abandon(parcel.activity);
      begin(parcel, Math.max(1, left), now);
    }
    capacities(now);
    settle(now);
  }

  private void begin(Parcel parcel, double bytes, long now) {
    int[] way = parcel.way.get();
    int[] hops = new int[MOST_HOPS];
    int count = 0;
    double arrives = 1;
    double roundTrip = 0;
    boolean cut = way == null || way.length > MOST_HOPS;
    for (int link : way == null ? new int[0] : way) {
      cut |= links.isDown(link);
      arrives *= 1 - links.loss(link);
      roundTrip += 2 * links.latency(link) / 1e9;
      if (links.isLimited(link) && !cut && !contains(hops, count, resource(link))) {
        hops[count++] = resource(link);
      }
    }
    double limit = cut ? 0 : limit(count, 1 - arrives, Math.max(roundTrip, 1e-4));
    parcel.activity = tiers.begin(parcel.of, hops, cut ? 0 : count, limit, bytes, now);
    parcels.put(parcel.activity, parcel);
  }

  private static boolean contains(int[] hops, int count, int resource) {
    for (int i = 0; i < count; i++) {
      if (hops[i] == resource) {
        return true;
      }
    }
    return false;
  }

  private static double limit(int hops, double loss, double roundTrip) {
    double open = hops == 0 ? UNSTATED : FairShare.NO_LIMIT;
    return loss <= 0 ? open : Math.min(open, PACKET / perPacket(loss, roundTrip));
  }

  /**
   * Seconds for each packet of a TCP connection that loses (Padhye, Firoiu, Towsley, Kurose 1998,
   * equation 30, with the window growing by what is acknowledged, as Linux counts).
   */
  private static double perPacket(double loss, double roundTrip) {
    double timeouts = Math.min(1, 3 * Math.sqrt(3 * loss / 8)) * loss * (1 + 32 * loss * loss);
    return roundTrip * Math.sqrt(2 * loss / 3) + (RETRANSMIT_SECONDS + roundTrip) * timeouts;
  }

  private int resource(int link) {
    Integer known = resources.get(link);
    if (known == null) {
      known = tiers.addResource(speed(link));
      resources.put(link, known);
      linkOf = known < linkOf.length ? linkOf : Arrays.copyOf(linkOf, 2 * linkOf.length);
      linkOf[known] = link;
    }
    return known;
  }

  private double speed(int link) {
    return Math.min(links.bytesPerSecond(link), MOST_BYTES_PER_SECOND);
  }

  private void tick(long now) {
    ticking = !parcels.isEmpty();
    if (ticking) {
      capacities(now);
      settle(now);
      agenda.add(now + TICK_NANOS, this::tick);
    } else {
      seen.clear();
    }
  }

  /**
   * Requests take what they took in the last moments, but of what those above leave never more than
   * half; requests of lower classes give way.
   */
  private void capacities(long now) {
    for (Map.Entry<Integer, Integer> entry : resources.entrySet()) {
      int link = entry.getKey();
      Seen is = look(link, now);
      Seen was = seen.getOrDefault(link, is);
      seen.put(link, is);
      double speed = speed(link);
      double all = (is.all - was.all) / (TICK_NANOS / 1e9);
      double above = 0;
      for (int of = classes.count() - 1; of >= 0; of--) {
        double from =
            of == 0 ? all : Math.min(all, (is.from[of] - was.from[of]) / (TICK_NANOS / 1e9));
        double rest = Math.max(0, speed - above);
        tiers.setCapacity(of, entry.getValue(), Math.max(rest / 2, speed - from));
        above = from;
      }
    }
  }

  private Seen look(int link, long now) {
    long[] from = new long[classes.count()];
    for (int of = 1; of < from.length; of++) {
      from[of] = classes.sentFrom(link, of);
    }
    return new Seen(links.bytes(link, now), from);
  }

  private void settle(long now) {
    tiers.settle(now);
    for (int i = 0; i < tiers.settledCount(); i++) {
      int resource = tiers.settled(i);
      int link = linkOf[resource];
      double speed = speed(link);
      double above = 0;
      for (int of = classes.count() - 1; of >= 0; of--) {
        double used = tiers.usedFrom(of, resource) / speed;
        double fair = (1 - above) / (1 + tiers.crossing(of, resource));
        classes.setRest(link, of, Math.max(1 - used, fair));
        above = used;
      }
    }
  }

  long time() {
    return tiers.time();
  }

  void next() {
    long now = tiers.time();
    Parcel parcel = parcels.remove(tiers.finish());
    settle(now);
    if (parcel != null) {
      parcel.over = true;
      unlimited(parcel);
      parcel.arrived.at(now);
    }
  }

  /** Links without a limit are no resources, and still carry bytes. */
  private void unlimited(Parcel parcel) {
    int[] way = parcel.way.get();
    for (int link : way == null ? new int[0] : way) {
      if (!links.isLimited(link)) {
        links.carried(link, Math.round(parcel.bytes));
      }
    }
  }

  /** Bytes of transfers that a link carried. */
  double bytes(int link, long now) {
    Integer resource = resources.get(link);
    return resource == null ? 0 : tiers.done(resource, now);
  }
}
