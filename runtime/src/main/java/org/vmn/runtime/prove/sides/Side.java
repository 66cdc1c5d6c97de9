package org.vmn.runtime.prove.sides;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.classes.EndpointClass;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.rows.Scratch;
import org.vmn.runtime.value.Ip;

/** Who opens connections: the sources of an assertion. */
public final class Side {
  private final List<Use> uses;
  private final Map<Leg, Ip> outside;
  private final Set<Outsider> outsiders;
  private final List<String> mute;
  private @Nullable Map<EndpointClass, List<Use>> byClass;
  private final Map<Ip.Family, Bits> own = new EnumMap<>(Ip.Family.class);
  private final Map<Ip.Family, Bits> simple = new EnumMap<>(Ip.Family.class);
  private final Map<Ip.Family, Bits> any = new EnumMap<>(Ip.Family.class);
  private final Map<Ip.Family, List<Use>> choosing = new EnumMap<>(Ip.Family.class);

  /**
   * @param outside legs of externals, with the lowest address that is meant of each
   * @param outsiders the same externals, as often as they are meant
   * @param mute names of balancers, which open no connections
   * @param legs how many legs there are
   */
  Side(List<Use> uses, Map<Leg, Ip> outside, Set<Outsider> outsiders, List<String> mute, int legs) {
    this.uses = List.copyOf(uses);
    this.outside = outside;
    this.outsiders = outsiders;
    this.mute = List.copyOf(mute);
    for (Ip.Family family : Ip.Family.values()) {
      Scratch one = new Scratch(legs);
      Scratch all = new Scratch(legs);
      Scratch forged = new Scratch(legs);
      List<Use> several = new ArrayList<>();
      for (Use use : uses) {
        List<Leg> of = use.legs(family);
        if (of.size() == 1 && use.hasOneAdapter()) {
          one.set(of.get(0).number());
        } else if (!of.isEmpty()) {
          several.add(use);
        }
        of.forEach(leg -> all.set(leg.number()));
        // Those that can only be forged come last: mostly there are none.
        List<Leg> every = use.endpoints().legs();
        for (int i = every.size() - 1; i >= 0 && every.get(i).forged(); i--) {
          Leg leg = every.get(i);
          if (leg.address().family() == family
              && use.legs().stream().anyMatch(l -> l.nic() == leg.nic())) {
            forged.set(leg.number());
          }
        }
      }
      for (Leg leg : outside.keySet()) {
        if (leg.address().family() == family) {
          one.set(leg.number());
          all.set(leg.number());
        }
      }
      simple.put(family, one.bits());
      own.put(family, all.bits());
      any.put(family, forged.or(all.bits()).bits());
      choosing.put(family, several);
    }
  }

  private Side(Side all, Set<EndpointClass> classes, Side instead) {
    uses = new ArrayList<>(all.uses);
    uses.removeIf(use -> classes.contains(use.endpoints()));
    uses.addAll(instead.uses);
    outside = instead.outside;
    outsiders = instead.outsiders;
    mute = instead.mute;
    int legs = 0;
    for (EndpointClass c : classes) {
      for (Leg leg : c.legs()) {
        legs = Math.max(legs, leg.number() + 1);
      }
    }
    for (Leg leg : all.outside.keySet()) {
      legs = Math.max(legs, leg.number() + 1);
    }
    Scratch gone = new Scratch(legs);
    classes.forEach(c -> c.legs().forEach(leg -> gone.set(leg.number())));
    all.outside.keySet().forEach(leg -> gone.set(leg.number()));
    Bits less = gone.bits();
    for (Ip.Family family : Ip.Family.values()) {
      simple.put(family, all.simple(family).minus(less).or(instead.simple(family)));
      own.put(family, all.legs(family).minus(less).or(instead.legs(family)));
      any.put(family, all.withForged(family).minus(less).or(instead.withForged(family)));
      List<Use> several = new ArrayList<>(all.choosing(family));
      several.removeIf(use -> classes.contains(use.endpoints()));
      several.addAll(instead.choosing(family));
      choosing.put(family, several);
    }
  }

  /**
   * The same side, of which some classes, and what is outside, are meant otherwise.
   *
   * @param instead all that is meant of them
   */
  Side with(Set<EndpointClass> classes, Side instead) {
    return new Side(this, classes, instead);
  }

  public List<Use> uses() {
    return uses;
  }

  /** Those who have addresses in a family. */
  public List<Use> uses(Ip.Family family) {
    return uses.stream().filter(use -> !use.legs(family).isEmpty()).toList();
  }

  /** What the side means of an endpoint class. */
  public List<Use> uses(EndpointClass endpoints) {
    Map<EndpointClass, List<Use>> known = byClass;
    if (known == null) {
      known = uses.stream().collect(Collectors.groupingBy(Use::endpoints));
      byClass = known;
    }
    return known.getOrDefault(endpoints, List.of());
  }

  /** Parts of externals, with the lowest address that is meant of each. */
  public Map<Leg, Ip> outside() {
    return outside;
  }

  /**
   * All that is meant of an external by one member of the set: a party that speaks the families of
   * these addresses.
   */
  public record Outsider(String external, Set<Ip.Family> families) {
    public Outsider {
      families = Set.copyOf(families);
    }
  }

  public Set<Outsider> outsiders() {
    return outsiders;
  }

  /** Balancers, which open no connections. */
  public List<String> mute() {
    return mute;
  }

  /** Whether nobody here opens connections. */
  public boolean isEmpty() {
    return uses.isEmpty() && outside.isEmpty();
  }

  /** All legs of a family that are somebody's own. */
  public Bits legs(Ip.Family family) {
    return get(own, family);
  }

  /** Likewise, and those that the machines may forge. */
  public Bits withForged(Ip.Family family) {
    return get(any, family);
  }

  /** The legs of those who have no choice: one adapter, and one address in the family. */
  public Bits simple(Ip.Family family) {
    return get(simple, family);
  }

  /** Those who have several addresses in the family, or an address and other adapters. */
  public List<Use> choosing(Ip.Family family) {
    return choosing.getOrDefault(family, List.of());
  }

  private static Bits get(Map<Ip.Family, Bits> of, Ip.Family family) {
    @Nullable Bits bits = of.get(family);
    return bits == null ? Bits.NONE : bits;
  }
}
