package org.vmn.runtime.prove;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.classes.EndpointClass;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Replica;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.rows.Scratch;
import org.vmn.runtime.prove.sides.Side;
import org.vmn.runtime.prove.sides.Target;
import org.vmn.runtime.prove.sides.Use;
import org.vmn.runtime.value.Ip;

/**
 * Which machine of a source class connects to which of a target: never to itself, for such
 * connections don't leave it.
 */
final class Pairs {
  private Pairs() {}

  /** The legs, less those of sources that would only meet themselves. */
  static Bits withoutSelf(Bits legs, Side side, Target target) {
    Use to = target.use();
    if (to == null) {
      return target.outside() == null ? legs : legs.minus(of(target.outside(), side, legs.size()));
    }
    Scratch alone = null;
    for (Leg leg : to.endpoints().legs()) {
      if (legs.contains(leg.number()) && use(side, leg, to) == null) {
        alone = alone == null ? new Scratch(Math.max(64, legs.size())) : alone;
        alone.set(leg.number());
      }
    }
    return alone == null ? legs : legs.minus(alone.bits());
  }

  private static Bits of(String external, Side side, int size) {
    Scratch own = new Scratch(Math.max(64, size));
    for (Leg leg : side.outside().keySet()) {
      if (leg.outside().name().equals(external) && leg.number() < size) {
        own.set(leg.number());
      }
    }
    return own.bits();
  }

  /** What the side means of the leg's machines and meets another than itself there, or null. */
  static @Nullable Use use(Side side, Leg leg, @Nullable Use to) {
    EndpointClass owner = leg.owner();
    if (owner != null) {
      for (Use use : side.uses(owner)) {
        boolean has = leg.forged() ? forges(use, leg) : use.legs().contains(leg);
        if (has && (to == null || use.meetsAnother(to))) {
          return use;
        }
      }
    }
    return null;
  }

  private static boolean forges(Use use, Leg forged) {
    return use.legs().stream().anyMatch(own -> own.nic() == forged.nic());
  }

  /** A connection from a leg of a use, or of an external, to an address of a target. */
  static Violation violation(
      Side side,
      Leg leg,
      @Nullable Use use,
      Target target,
      Target.Address address,
      int hops,
      int point) {
    Use to = target.use();
    Replica source = use == null ? null : use.first();
    Replica there = to == null ? null : to.first();
    if (use != null && to != null && use.first().is(to.first())) {
      there = to.second() == null ? there : to.second();
      source = to.second() == null ? use.second() : source;
    }
    Leg at = address.destination().leg();
    Ip destination = there == null || at == null ? address.lowest() : at.at(there);
    Ip from = source == null ? side.outside().getOrDefault(leg, leg.address()) : leg.at(source);
    return new Violation(leg, source, from, destination, hops, point);
  }
}
