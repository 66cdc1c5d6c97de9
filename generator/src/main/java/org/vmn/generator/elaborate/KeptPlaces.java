package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    List<Placement.Block> taken = new ArrayList<>();
    Set<Ref> allowedHosts = new HashSet<>(allowed);
    Set<Object> used = new HashSet<>();
    for (Placement.Block block : first(Values.places(facts.get(0)).blocks(), guest.count())) {
      Placement.Block again = block(guest, block, allowed, allowedHosts, used);
      if (again == null) {
        taken.forEach(b -> take(guest, b, -1));
        return;
      }
      take(guest, again, 1);
      taken.add(again);
    }
    kept.put(guest.name(), taken);
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

  private Placement.@Nullable Block block(
      Guest guest,
      Placement.Block block,
      List<Ref> allowed,
      Set<Ref> allowedHosts,
      Set<Object> used) {
    List<Ref> hosts = new ArrayList<>();
    for (int i = 0; i < block.hosts().size(); i++) {
      int times = times(block, i);
      Ref before = block.hosts().get(i);
      Ref host =
          allowedHosts.contains(before) && fits(guest, before, times, used, hosts)
              ? before
              : allowed.stream()
                  .filter(h -> fits(guest, h, times, used, hosts))
                  .findFirst()
                  .orElse(null);
      if (host == null) {
        return null;
      }
      used.add(domain(guest, host));
      hosts.add(host);
    }
    return new Placement.Block(block.count(), hosts);
  }

  /** Whether replicas may be on a host, beside those of the machine that are placed already. */
  private boolean fits(Guest guest, Ref host, int times, Set<Object> used, List<Ref> block) {
    boolean taken = used.contains(domain(guest, host));
    boolean allowed =
        guest.is(SpreadKind.APART)
            ? !taken && times == 1
            : !guest.is(SpreadKind.TOGETHER) || used.isEmpty() || taken;
    return allowed && !block.contains(host) && rooms.fits(host, guest.need()) >= times;
  }

  private Object domain(Guest guest, Ref host) {
    return guest.isByZone() && rooms.has(host) ? rooms.host(host).zone() : host;
  }

  private void take(Guest guest, Placement.Block block, int sign) {
    for (int i = 0; i < block.hosts().size(); i++) {
      rooms.take(block.hosts().get(i), guest.need(), (long) sign * times(block, i));
    }
  }

  /** How many replicas of a block are on its host of that number. */
  private static int times(Placement.Block block, int host) {
    int hosts = block.hosts().size();
    return block.count() / hosts + (host < block.count() % hosts ? 1 : 0);
  }
}
