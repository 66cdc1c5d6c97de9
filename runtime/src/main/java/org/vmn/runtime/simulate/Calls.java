package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Machine;

/** What programs ask of others. */
final class Calls {
  private final World world;
  private final Randomness random;
  private final IdentityHashMap<Call, Order> orders = new IdentityHashMap<>();
  private final Map<Key, Asked> known = new HashMap<>();

  private record Key(int replica, Order order) {}

  /**
   * @param caller null when it has no address of the service's family
   * @param hash of the caller's address
   */
  record Asked(Order order, @Nullable End caller, long hash) {}

  Calls(World world, Randomness random) {
    this.world = world;
    this.random = random;
  }

  /** How often a call is made for this request. */
  int times(Call call) {
    int whole = (int) call.perRequest();
    double part = call.perRequest() - whole;
    return part > 0 && random.fraction() < part ? whole + 1 : whole;
  }

  Order order(Call call) {
    Order order = orders.get(call);
    if (order == null) {
      order =
          new Order(
              world,
              world.services.of(call.service()),
              call.requestBytes(),
              call.responseBytes(),
              Math.max(1, Math.min(call.timeoutNanos(), Bounds.LONGEST_NANOS)));
      orders.put(call, order);
    }
    return order;
  }

  Asked of(End server, Call call) {
    Order order = order(call);
    return known.computeIfAbsent(
        new Key(server.replica(), order),
        key -> {
          Place.Adapter at = (Place.Adapter) server.place();
          Machine machine = at.machine();
          End caller = world.client(machine, at.offset(), order.pool().door());
          return new Asked(order, caller, Randomness.mix(server.replica()));
        });
  }
}
