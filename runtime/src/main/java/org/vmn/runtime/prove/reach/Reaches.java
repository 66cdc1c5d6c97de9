package org.vmn.runtime.prove.reach;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Universe;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.rows.ListRows;
import org.vmn.runtime.prove.rows.PolicyRows;
import org.vmn.runtime.prove.rows.Scratch;
import org.vmn.runtime.prove.ways.Destination;
import org.vmn.runtime.prove.ways.Effect;
import org.vmn.runtime.prove.ways.Effects;
import org.vmn.runtime.prove.ways.Gate;
import org.vmn.runtime.prove.ways.Relations;
import org.vmn.runtime.prove.ways.Way;
import org.vmn.runtime.value.Ip;

/** The {@link Reach} of every destination, found when it is asked for. */
public final class Reaches {
  private final PolicyRows policy;
  private final Relations relations;
  private final Gates gates;
  private final Map<Ip.Family, Bits> ofFamily = new EnumMap<>(Ip.Family.class);
  private final IdentityHashMap<Destination, Reach> known = new IdentityHashMap<>();
  private final IdentityHashMap<Effects, Boolean> plain = new IdentityHashMap<>();
  private final List<JoinedReach> joined = new ArrayList<>();

  /**
   * @param firewalls by name
   * @param policyClass of each atom
   */
  public Reaches(
      PolicyRows policy,
      Map<String, ListRows> firewalls,
      Relations relations,
      Universe universe,
      AddressAtoms atoms,
      int[] policyClass) {
    this.policy = policy;
    this.relations = relations;
    gates = new Gates(policy, firewalls, atoms, policyClass);
    for (Ip.Family family : Ip.Family.values()) {
      Scratch legs = new Scratch(universe.legs().size());
      for (Leg leg : universe.legs()) {
        if (leg.address().family() == family) {
          legs.set(leg.number());
        }
      }
      ofFamily.put(family, legs.bits());
    }
  }

  /**
   * @param to the same object for the same destination
   */
  public Reach of(Destination to) {
    Reach reach = known.get(to);
    if (reach == null) {
      Effects effects = relations.of(to);
      if (isPlain(effects, to.address().family())) {
        reach = new PlainReach(policy, effects, to.policyClass());
      } else {
        JoinedReach general = new JoinedReach(gates, effects, to);
        joined.add(general);
        reach = general;
      }
      known.put(to, reach);
    }
    return reach;
  }

  private boolean isPlain(Effects effects, Ip.Family family) {
    return plain.computeIfAbsent(effects, e -> allPlain(e, family));
  }

  private boolean allPlain(Effects effects, Ip.Family family) {
    if (effects.cuts().length > 1) {
      return false;
    }
    Bits covered = Bits.NONE;
    for (Effect effect : effects.effects().get(0)) {
      for (Way way : effect.ways()) {
        boolean plainly = way.gates().equals(List.of(Gate.PLAIN));
        if (effect.isUsual() ? !plainly || !way.completes() : way.arrives() && !plainly) {
          return false;
        }
      }
      covered = effect.isUsual() ? covered.or(effect.sources()) : covered;
    }
    return ofFamily.getOrDefault(family, Bits.NONE).firstMissing(covered) < 0;
  }

  /** Rules changed: what was joined with them is worked out again. */
  public void forget() {
    joined.forEach(JoinedReach::forget);
  }
}
