package org.vmn.runtime.prove.ways;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.classes.EndpointClass;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.rows.Scratch;
import org.vmn.runtime.value.Ip;

/** Legs that devices treat alike, as far as their destination doesn't tell them apart. */
final class Attachment {
  private final List<Leg> legs;
  private final Part whole;
  private final List<Integer> exits;
  private final Map<String, Part> bySegment = new HashMap<>();
  private final Set<EndpointClass> owners = new HashSet<>();

  /**
   * @param legs not empty, all of one family
   * @param exits ways off their segments, by number, the usual one first
   */
  Attachment(List<Leg> legs, List<Integer> exits) {
    this.legs = List.copyOf(legs);
    this.exits = exits;
    whole = Part.of(legs, null);
    Map<String, List<Leg>> on = new LinkedHashMap<>();
    for (Leg leg : legs) {
      on.computeIfAbsent(leg.segment(), s -> new ArrayList<>()).add(leg);
      if (leg.owner() != null) {
        owners.add(leg.owner());
      }
    }
    on.forEach((segment, here) -> bySegment.put(segment, Part.of(here, null)));
  }

  /**
   * Legs that walks to a destination needn't tell apart.
   *
   * @param senders two that stand for all: the first, and the first of another class than it, since
   *     a machine doesn't send to itself; one where all are of one class
   * @param chosen the class of which all of them are, where the network may choose it on the way
   */
  record Part(List<Leg> senders, Bits bits, @Nullable EndpointClass chosen) {
    static Part of(List<Leg> legs, @Nullable EndpointClass chosen) {
      Scratch bits = new Scratch(legs.get(legs.size() - 1).number() + 1);
      legs.forEach(leg -> bits.set(leg.number()));
      return new Part(senders(legs, null), bits.bits(), chosen);
    }

    /**
     * @param except a segment whose legs are left out
     */
    private static List<Leg> senders(List<Leg> legs, @Nullable String except) {
      Leg first = null;
      for (Leg leg : legs) {
        if (first == null) {
          first = leg.segment().equals(except) ? null : leg;
        } else if (!leg.segment().equals(except) && first.owner() != leg.owner()) {
          return List.of(first, leg);
        }
      }
      return first == null ? List.of() : List.of(first);
    }
  }

  Ip.Family family() {
    return legs.get(0).address().family();
  }

  List<Integer> exits() {
    return exits;
  }

  /**
   * Those on the destination's segment, those elsewhere, and each class that may be chosen: it
   * meets other choices than all others of its kind.
   */
  List<Part> parts(String destination, Set<EndpointClass> pool) {
    Part here = bySegment.get(destination);
    if (Collections.disjoint(owners, pool)) {
      if (here == null) {
        return List.of(whole);
      }
      return bySegment.size() == 1 ? List.of(here) : List.of(here, allBut(here, destination));
    }
    List<Leg> near = new ArrayList<>();
    List<Leg> far = new ArrayList<>();
    Map<EndpointClass, List<Leg>> chosen = new LinkedHashMap<>();
    for (Leg leg : legs) {
      EndpointClass owner = leg.owner();
      if (owner != null && pool.contains(owner)) {
        chosen.computeIfAbsent(owner, o -> new ArrayList<>()).add(leg);
      } else {
        (leg.segment().equals(destination) ? near : far).add(leg);
      }
    }
    List<Part> parts = new ArrayList<>();
    if (!near.isEmpty()) {
      parts.add(Part.of(near, null));
    }
    if (!far.isEmpty()) {
      parts.add(Part.of(far, null));
    }
    chosen.forEach((owner, legs) -> parts.add(Part.of(legs, owner)));
    return parts;
  }

  /** Without looking at each leg: there are as many of these as destinations to ask for. */
  private Part allBut(Part here, String segment) {
    Scratch far = new Scratch(legs.get(legs.size() - 1).number() + 1);
    return new Part(
        Part.senders(legs, segment), far.or(whole.bits()).minus(here.bits()).bits(), null);
  }
}
