package org.vmn.runtime.prove.ways;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.explore.Branches;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.prove.classes.EndpointClass;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Replica;
import org.vmn.runtime.prove.classes.Universe;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.prove.rows.Scratch;
import org.vmn.runtime.value.Ip;

/** Finds the {@link Effects} of every destination, with as few walks as there are kinds. */
public final class Relations {
  private final Forwarding open;
  private final Universe universe;
  private final Special special;
  private final List<Attachment> outward;
  private final List<Attachment> inward;

  /** Those that have an attachment for themselves. */
  private final Set<@Nullable EndpointClass> solitary = new HashSet<>();

  private final Map<Key, Effects> known = new HashMap<>();
  private final Map<WayKey, Bundle> bundles = new HashMap<>();
  private final Map<List<Way>, Bundle> interned = new HashMap<>();

  private final Supplier<Effort> effort;

  /**
   * @param open tables in which every rule list permits everything
   * @param effort what may be spent just now
   */
  public Relations(Forwarding open, Universe universe, Supplier<Effort> effort) {
    this.open = open;
    this.effort = effort;
    this.universe = universe;
    special = new Special(open, universe);
    outward = attachments(Leg::attachment);
    inward = attachments(Leg::inward);
  }

  private List<Attachment> attachments(ToIntFunction<Leg> number) {
    Map<Integer, List<Leg>> alike = new TreeMap<>();
    for (Leg leg : universe.legs()) {
      alike.computeIfAbsent(number.applyAsInt(leg), n -> new ArrayList<>()).add(leg);
    }
    List<Attachment> attachments = new ArrayList<>();
    alike.values().forEach(of -> attachments.add(new Attachment(of, exits(open, of.get(0)))));
    alike.values().forEach(this::findSolitary);
    return attachments;
  }

  private void findSolitary(List<Leg> attached) {
    Map<String, Set<@Nullable EndpointClass>> owners = new HashMap<>();
    for (Leg leg : attached) {
      owners.computeIfAbsent(leg.segment(), s -> new HashSet<>()).add(leg.owner());
    }
    owners.values().stream().filter(of -> of.size() == 1).forEach(solitary::addAll);
  }

  /**
   * The ways off a leg's segment, the usual one first, and none twice: a guest's usual one is the
   * first.
   */
  public static List<Integer> exits(Forwarding tables, Leg leg) {
    int exits = tables.exits(leg.segment(), leg.address().family()).size();
    List<Integer> all = new ArrayList<>(List.of(Exit.USUAL));
    for (int exit = leg.owner() != null ? 1 : 0; exit < exits && exits > 1; exit++) {
      all.add(exit);
    }
    return all;
  }

  /** Equal ways are one object: whoever puts effects together needn't look into them. */
  private static final class Bundle {
    private final List<Way> ways;

    Bundle(List<Way> ways) {
      this.ways = ways;
    }

    List<Way> ways() {
      return ways;
    }
  }

  /**
   * @param alone the only machine of its class, when chains choose it or nobody else is attached as
   *     it is: what it does to others like the destination isn't learnt from its connections to
   *     itself, which don't exist
   */
  private record Key(Object kind, String segment, @Nullable EndpointClass alone) {}

  /** What a single machine's connections to itself would do is left open. */
  public Effects of(Destination to) {
    EndpointClass owner = to.leg() == null ? null : to.leg().owner();
    boolean alone = owner != null && !owner.several() && isUnlike(owner);
    Key key = new Key(to.kind(), to.segment(), alone ? owner : null);
    Effects effects = known.get(key);
    if (effects == null) {
      effects = find(to);
      known.put(key, effects);
    }
    return effects;
  }

  private boolean isUnlike(EndpointClass owner) {
    return special.isStage(owner) || solitary.contains(owner);
  }

  private Effects find(Destination to) {
    NavigableSet<Integer> cuts = special.cuts(to.address());
    List<List<Effect>> effects = new ArrayList<>();
    cuts.forEach(point -> effects.add(effects(to, point)));
    return new Effects(cuts.stream().mapToInt(i -> i).toArray(), effects);
  }

  private record Group(int exit, Bundle bundle) {}

  private List<Effect> effects(Destination to, int point) {
    Set<EndpointClass> pool = special.pool(to.address(), point);
    Map<Group, Scratch> groups = new LinkedHashMap<>();
    for (Attachment attachment : isOutside(to) ? outward : inward) {
      if (attachment.family() == to.address().family()) {
        attachment
            .parts(to.segment(), pool)
            .forEach(part -> add(attachment, part, to, point, groups));
      }
    }
    List<Effect> effects = new ArrayList<>();
    groups.forEach(
        (group, legs) -> effects.add(new Effect(legs.bits(), group.exit(), group.bundle().ways())));
    return effects;
  }

  private void add(
      Attachment attachment,
      Attachment.Part part,
      Destination to,
      int point,
      Map<Group, Scratch> groups) {
    for (int exit : attachment.exits()) {
      Bundle bundle = bundle(part, to, point, exit);
      if (bundle != null) {
        groups
            .computeIfAbsent(new Group(exit, bundle), g -> new Scratch(universe.legs().size()))
            .or(part.bits());
      }
    }
  }

  private static boolean isOutside(Destination to) {
    return to.leg() != null && to.leg().owner() == null;
  }

  /**
   * @param attachment by which legs are told apart towards destinations of this kind
   */
  private record WayKey(
      int attachment,
      boolean here,
      Object kind,
      int point,
      int exit,
      @Nullable EndpointClass chosen) {}

  /** From one of the legs, to a replica that isn't the sender; null when there is no such pair. */
  private @Nullable Bundle bundle(Attachment.Part part, Destination to, int point, int exit) {
    Leg first = part.senders().get(0);
    boolean here = first.segment().equals(to.segment());
    int attachment = isOutside(to) ? first.attachment() : first.inward();
    WayKey key = new WayKey(attachment, here, to.kind(), point, exit, part.chosen());
    Bundle known = bundles.get(key);
    if (known == null) {
      List<Way> ways = walked(part.senders(), to, point, exit);
      if (!ways.isEmpty()) {
        known = interned.computeIfAbsent(ways, Bundle::new);
        bundles.put(key, known);
      }
    }
    return known;
  }

  private List<Way> walked(List<Leg> from, Destination to, int point, int exit) {
    EndpointClass owner = to.leg() == null ? null : to.leg().owner();
    for (Leg leg : from) {
      if (owner == null || leg.owner() != owner) {
        Replica source = leg.owner() == null ? null : leg.owner().first();
        return walk(leg, source, to.address(), point, exit);
      }
    }
    if (owner == null || to.leg() == null) {
      return List.of();
    }
    Replica source = owner.first();
    Replica other = owner.otherThan(source);
    return other == null ? List.of() : walk(from.get(0), source, to.leg().at(other), point, exit);
  }

  /** One walk for each combination of what the network leaves open. */
  private List<Way> walk(Leg from, @Nullable Replica source, Ip to, int point, int exit) {
    Packet packet =
        Packet.opening(
            source == null ? from.address() : from.at(source),
            to,
            Points.protocol(point),
            Points.port(point));
    Set<Way> ways = new LinkedHashSet<>();
    Branches branches = Branches.outcomes(pool -> special.representatives(pool.members(), source));
    Branches.Search search =
        branches.search(
            choices -> {
              effort.get().spend(1);
              return open.walk(from.place(source), packet, choices, exit);
            },
            walk -> {
              ways.add(Way.of(walk));
              return false;
            });
    if (search.gaveUp()) {
      throw new Effort.Exhausted(
          "a packet to " + to + " meets more than " + Branches.MOST + " combinations of choices");
    }
    return List.copyOf(ways);
  }
}
