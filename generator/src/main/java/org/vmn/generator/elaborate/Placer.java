package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.FailureDomain;
import org.vmn.dsl.vmn.OnHosts;
import org.vmn.dsl.vmn.Spread;
import org.vmn.dsl.vmn.SpreadKind;
import org.vmn.dsl.vmn.Vm;
import org.vmn.generator.elaborate.Rooms.Need;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/** Finds a host for every replica: where it was before, as long as that is still allowed. */
final class Placer {
  private final Context context;
  private final List<Host> hosts;

  /**
   * A machine to be placed.
   *
   * @param count its replicas
   * @param need of each
   */
  record Guest(Vm vm, Shape shape, int count, Need need) {
    String name() {
      return vm.getName();
    }

    @Nullable Spread spread() {
      return shape.last(Spread.class);
    }

    boolean is(SpreadKind kind) {
      Spread spread = spread();
      return spread != null && spread.getKind() == kind;
    }

    boolean isByZone() {
      Spread spread = spread();
      return spread != null && spread.getOver() == FailureDomain.ZONE;
    }

    /** {@code host}, or {@code zone}. */
    String domain() {
      return isByZone() ? "zone" : "host";
    }

    /** The hosts that it may be on, in order of declaration. */
    List<Ref> allowed(Rooms rooms) {
      OnHosts on = shape.last(OnHosts.class);
      return on == null ? rooms.hosts() : Picks.hosts(on.getHosts());
    }

    Origin spreadOrigin() {
      Spread spread = spread();
      return spread == null ? Origin.NONE : shape.origin(spread);
    }
  }

  Placer(Context context, List<Host> hosts) {
    this.context = context;
    this.hosts = hosts;
  }

  /** Where each of the machines is, in their order; reported, and nowhere, where one can't be. */
  List<Placement> place(List<Guest> guests) {
    Rooms rooms = new Rooms(hosts);
    KeptPlaces kept = new KeptPlaces(context, rooms);
    // All of them first, so that no new machine gets the place of an old one.
    guests.forEach(g -> kept.claim(g, g.allowed(rooms)));
    Dealing dealing = new Dealing(rooms);
    List<Dealt> dealt = guests.stream().map(g -> dealing.deal(g, kept.of(g))).toList();
    new Shortage(context, hosts, rooms).report(dealt);
    List<Placement> places = new ArrayList<>();
    for (Dealt found : dealt) {
      Placement placement = new Placement(found.isPlaced() ? found.blocks() : List.of());
      if (found.isPlaced() && found.guest().allowed(rooms).size() > 1) {
        kept.chose(found.guest(), placement);
      }
      places.add(placement);
    }
    return places;
  }
}
