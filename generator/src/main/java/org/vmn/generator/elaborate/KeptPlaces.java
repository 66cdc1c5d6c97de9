package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.SpreadKind;
import org.vmn.generator.elaborate.Placer.Guest;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.Values;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/**
 * Where machines were before. A host that is gone, full or no longer allowed is replaced by
 * another; where that can't be, the machine is placed anew.
 */
final class KeptPlaces {
  private final Context context;
  private final Rooms rooms;
  private final Map<String, List<Placement.Block>> kept = new HashMap<>();

  KeptPlaces(Context context, Rooms rooms) {
    this.context = context;
    this.rooms = rooms;
  }

  /** The blocks that a machine keeps; those of all its replicas, or of the first ones. */
  List<Placement.Block> of(Guest guest) {
    return kept.getOrDefault(guest.name(), List.of());
  }

  void chose(Guest guest, Placement placement) {
    context.choices().chose(Fact.Kind.PLACE, guest.name(), Values.places(placement));
  }

  /** Takes the room that a machine had, as far as it may. */
  void claim(Guest guest, List<Ref> allowed) {
    List<String> facts = context.choices().kept(Fact.Kind.PLACE, guest.name());
    if (facts.isEmpty() || allowed.size() <= 1) {
      return;
    }
    Claim claim = new Claim(guest);
    for (Placement.Block block : first(Values.places(facts.get(0)).blocks(), guest.count())) {
      claim.add(block);
    }
    Set<Ref> allowedHosts = new HashSet<>(allowed);
    // Those that stay first, so that none that has to go gets the place of one that hasn't.
    claim.each(before -> allowedHosts.contains(before) ? List.of(before) : List.of());
    claim.each(before -> claim.unusedFirst(allowed));
    if (claim.isWhole()) {
      kept.put(guest.name(), claim.blocks());
    } else {
      claim.giveUp();
    }
  }

  /** The blocks of the first replicas only. */
  private static List<Placement.Block> first(List<Placement.Block> blocks, int count) {
    List<Placement.Block> first = new ArrayList<>();
    int left = count;
    for (Placement.Block block : blocks) {
      if (left > 0) {
        int here = Math.min(left, block.count());
        List<Ref> hosts = block.hosts().subList(0, Math.min(here, block.hosts().size()));
        first.add(new Placement.Block(here, hosts));
        left -= here;
      }
    }
    return first;
  }

  private Object domain(Guest guest, Ref host) {
    return guest.isByZone() && rooms.has(host) ? rooms.host(host).zone() : host;
  }

  /** How many replicas of a block are on its host of that number. */
  private static int times(Placement.Block block, int host) {
    int hosts = block.hosts().size();
    return block.count() / hosts + (host < block.count() % hosts ? 1 : 0);
  }

  /** The room that a machine takes again, replica by replica. */
  private final class Claim {
    private final Guest guest;
    private final List<Placement.Block> before = new ArrayList<>();

    /** For each block its hosts; null where none was found yet. */
    private final List<@Nullable Ref[]> now = new ArrayList<>();

    private final Set<Object> used = new HashSet<>();

    Claim(Guest guest) {
      this.guest = guest;
    }

    void add(Placement.Block block) {
      before.add(block);
      now.add(new Ref[block.hosts().size()]);
    }

    /** Takes room for those that have none, on the first host that fits of some to choose from. */
    void each(Function<Ref, List<Ref>> choice) {
      for (int b = 0; b < now.size(); b++) {
        Placement.Block block = before.get(b);
        @Nullable Ref[] hosts = now.get(b);
        for (int i = 0; i < hosts.length; i++) {
          if (hosts[i] == null) {
            int times = times(block, i);
            for (Ref host : choice.apply(block.hosts().get(i))) {
              if (fits(host, times, hosts)) {
                rooms.take(host, guest.need(), times);
                used.add(domain(guest, host));
                hosts[i] = host;
                break;
              }
            }
          }
        }
      }
    }

    List<Ref> unusedFirst(List<Ref> allowed) {
      return allowed.stream()
          .sorted(Comparator.comparing(h -> used.contains(domain(guest, h))))
          .toList();
    }

    boolean isWhole() {
      return now.stream().flatMap(Arrays::stream).allMatch(Objects::nonNull);
    }

    List<Placement.Block> blocks() {
      List<Placement.Block> blocks = new ArrayList<>();
      for (int b = 0; b < now.size(); b++) {
        List<Ref> hosts = Arrays.stream(now.get(b)).flatMap(Stream::ofNullable).toList();
        blocks.add(new Placement.Block(before.get(b).count(), hosts));
      }
      return blocks;
    }

    void giveUp() {
      for (int b = 0; b < now.size(); b++) {
        @Nullable Ref[] hosts = now.get(b);
        for (int i = 0; i < hosts.length; i++) {
          if (hosts[i] != null) {
            rooms.take(hosts[i], guest.need(), -times(before.get(b), i));
          }
        }
      }
    }

    /** Whether replicas may be on a host, beside those of the machine that are placed already. */
    private boolean fits(Ref host, int times, @Nullable Ref[] block) {
      boolean taken = used.contains(domain(guest, host));
      boolean allowed =
          guest.is(SpreadKind.APART)
              ? !taken && times == 1
              : !guest.is(SpreadKind.TOGETHER) || used.isEmpty() || taken;
      return allowed
          && Arrays.stream(block).noneMatch(host::equals)
          && rooms.fits(host, guest.need()) >= times;
    }
  }
}
