package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Segment;

/** What a load or a program asks, and how its messages travel. */
final class Order {
  /** Ways remembered; more are found again. */
  private static final int MOST_TRIPS = 1 << 16;

  private final Pool pool;
  private final long requestBytes;
  private final long responseBytes;
  private final long timeout;
  private final World world;
  private final Map<Key, Trip> trips = new HashMap<>();
  private int topology = -1;

  private record Key(int from, int nic, int segment, int to, int target) {}

  Order(World world, Pool pool, long requestBytes, long responseBytes, long timeout) {
    this.world = world;
    this.pool = pool;
    this.requestBytes = requestBytes;
    this.responseBytes = responseBytes;
    this.timeout = timeout;
  }

  Pool pool() {
    return pool;
  }

  /** After how many nanoseconds who asks gives up. */
  long timeout() {
    return timeout;
  }

  /** The way at this moment, or null when there is none. */
  @Nullable Trip trip(End client, End target) {
    if (topology != world.topology() || trips.size() > MOST_TRIPS) {
      trips.clear();
      topology = world.topology();
    }
    int from = client.host(world.site);
    int to = target.host(world.site);
    Key key = new Key(from, client.nic(), client.uplinks().number(), to, target.replica());
    Trip known = trips.get(key);
    if (known == null) {
      known = find(client, target, from, to);
      if (known != null) {
        trips.put(key, known);
      }
    }
    return known;
  }

  private @Nullable Trip find(End client, End target, int from, int to) {
    Segment near = client.segment();
    Segment far = target.segment();
    int mtu = Math.min(near.mtu(), far.mtu());
    int headers = Framing.headers(target.ip().family(), pool.protocol());
    int there = world.carriers.headers(far);
    int back = client.isOutside() ? there : world.carriers.headers(near);
    int entry = client.isOutside() ? world.carriers.headers(near) : Framing.ETHERNET;
    Carriers.Row outside = client.uplinks();
    int[] across = world.across(target.uplinks(), from, to);
    Carriers.Row homeward = client.isOutside() ? target.uplinks() : client.uplinks();
    int[] returning = world.across(homeward, to, from);
    if (across == null || returning == null) {
      return null;
    }
    Packing request = new Packing(requestBytes, mtu, headers);
    request.link(client.isOutside() ? outside.in(from) : client.nic(), entry);
    request.links(across, there);
    request.link(Carriers.after(target.nic()), Framing.ETHERNET);
    Packing response = new Packing(responseBytes, mtu, headers);
    response.link(target.nic(), Framing.ETHERNET);
    response.links(returning, back);
    response.link(client.isOutside() ? outside.out(from) : Carriers.after(client.nic()), entry);
    return Packing.trip(request, response);
  }
}
