package org.vmn.runtime.prove;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Branches;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Replica;
import org.vmn.runtime.prove.classes.Universe;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.prove.ways.Relations;
import org.vmn.runtime.prove.ways.Special;

/** Takes the concrete walk of what was found, so that nothing is shown that doesn't happen. */
final class Replay {
  private final Forwarding forwarding;
  private final Special special;

  Replay(Forwarding forwarding, Universe universe) {
    this.forwarding = forwarding;
    special = new Special(forwarding, universe);
  }

  /** The walk of a connection that arrives, or null when it doesn't through any exit. */
  @Nullable Walk arriving(Violation violation) {
    for (int exit : Relations.exits(forwarding, violation.leg())) {
      @Nullable Walk found = first(violation, exit, Walk::arrives);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The walk of a connection that doesn't complete, or null when it does, whatever is chosen. */
  @Nullable Walk failing(Violation violation) {
    return first(violation, Exit.USUAL, walk -> !walk.completes());
  }

  private @Nullable Walk first(Violation violation, int exit, Predicate<Walk> wanted) {
    Packet packet =
        Packet.opening(
            violation.from(),
            violation.to(),
            Points.protocol(violation.point()),
            Points.port(violation.point()));
    Branches branches =
        Branches.outcomes(pool -> special.representatives(pool.members(), violation.source()));
    Place start = place(violation.leg(), violation.source());
    return branches
        .search(choices -> forwarding.walk(start, packet, choices, exit), wanted)
        .found();
  }

  /** By name: after an edit, what the leg knows may be declared elsewhere. */
  private Place place(Leg leg, @Nullable Replica source) {
    if (source == null) {
      return new Place.Outside(forwarding.sets().external(leg.outside().name()));
    }
    Machine machine = forwarding.sets().machine(source.machine().name());
    return new Place.Adapter(machine, source.offset(), machine.nics().get(leg.nic()));
  }
}
