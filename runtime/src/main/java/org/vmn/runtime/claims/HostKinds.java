package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/**
 * Hosts that can be exchanged without a connection between two machines noticing: they are wired
 * alike, hold the gateway of nothing, and carry as many of each class that something chooses from.
 */
final class HostKinds {
  private final Map<Ref, String> kinds = new LinkedHashMap<>();

  /**
   * @param enough more of a class on a host than this can't be told from this many
   */
  HostKinds(Network network, Parties parties, int enough) {
    Roles roles = new Roles(network);
    Map<Ref, StringBuilder> texts = new HashMap<>();
    int number = 0;
    for (Party.Replicas pool : pools(network, parties)) {
      Map<Ref, Integer> on = new HashMap<>();
      for (Placement.Slot slot : pool.machine().placement().slots(pool.first(), pool.last())) {
        on.merge(slot.host(), slot.count(), Integer::sum);
      }
      String name = " " + number++ + ":";
      on.forEach((host, count) ->
          texts
              .computeIfAbsent(host, h -> new StringBuilder())
              .append(name)
              .append(Math.min(count, enough)));
    }
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        Ref ref = host.replicas().ref(host.name(), i);
        kinds.put(ref, roles.of(ref) + texts.getOrDefault(ref, new StringBuilder()));
      }
    }
  }

  private static List<Party.Replicas> pools(Network network, Parties parties) {
    List<Party.Replicas> pools = new ArrayList<>();
    for (Balancer balancer : network.balancers()) {
      for (Member.Machines member : balancer.targets()) {
        pools.addAll(parties.replicas(member));
      }
    }
    for (Chain chain : network.chains()) {
      for (Chain.Stage stage : chain.stages()) {
        for (Member.Machines member : stage.instances()) {
          pools.addAll(parties.replicas(member));
        }
      }
    }
    return pools;
  }

  /**
   * Some replicas that stand for all of them: of each kind of host two on one and one on another.
   *
   * @param special hosts that are of no kind
   */
  List<Integer> representatives(Party.Replicas of, Collection<Ref> special, Up up) {
    Map<Object, Ref> first = new HashMap<>();
    Map<Ref, Integer> taken = new HashMap<>();
    Map<Object, Boolean> other = new HashMap<>();
    List<Integer> found = new ArrayList<>();
    for (Placement.Slot slot : of.machine().placement().slots(of.first(), of.last())) {
      Ref host = slot.host();
      Object group = special.contains(host) ? host : kind(host);
      for (int i = slot.first(); i <= slot.last(); i += slot.step()) {
        boolean here = first.getOrDefault(group, host).equals(host);
        if (here ? taken.getOrDefault(host, 0) >= 2 : other.containsKey(group)) {
          break;
        }
        if (up.is(i)) {
          first.putIfAbsent(group, host);
          found.add(i);
          if (here) {
            taken.merge(host, 1, Integer::sum);
          } else {
            other.put(group, true);
          }
        }
      }
    }
    found.sort(null);
    return found;
  }

  /** Whether a replica, by its zero-based number, is up. */
  interface Up {
    boolean is(int offset);
  }

  String kind(Ref host) {
    return kinds.getOrDefault(host, "");
  }
}
