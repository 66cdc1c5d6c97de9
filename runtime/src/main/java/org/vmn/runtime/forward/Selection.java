package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.IpSet;

/**
 * Connections from some addresses to others on some ports: what rules of the policy, lines of
 * firewalls and chains select by.
 */
public record Selection(IpSet from, IpSet to, List<Traffic.Match> traffic) {
  public Selection {
    traffic = List.copyOf(traffic);
  }

  public boolean matches(Packet packet) {
    return matchesFor(packet) && to.contains(packet.destination());
  }

  /** Asked of packets whose destination matches. */
  boolean matchesFor(Packet packet) {
    return packet.isAny(traffic) && from.contains(packet.source());
  }

  /**
   * What two sets and traffic select: any of the result. Towards a balancer they speak of the
   * virtual address on its port, and of the targets on theirs (language, section 4).
   *
   * @param traffic null for what the destination itself says
   */
  static List<Selection> of(
      Endpoints from, Endpoints to, @Nullable Traffic traffic, EndpointSets sets) {
    IpSet sources = sets.addresses(from);
    List<Traffic.Match> matches =
        traffic == null ? Traffic.EVERYTHING.matches() : traffic.matches();
    if (!namesBalancer(to)) {
      IpSet targets = sets.addresses(to);
      return sources.isEmpty() || targets.isEmpty()
          ? List.of()
          : List.of(new Selection(sources, targets, matches));
    }
    List<Selection> all = new ArrayList<>();
    IpSet excluded = to.exclude().stream().map(sets::addresses).reduce(IpSet.NONE, IpSet::union);
    IpSet plain = IpSet.NONE;
    for (Member member : to.include()) {
      if (member instanceof Member.Virtual virtual) {
        Balancer balancer = sets.balancer(virtual.balancer());
        if (Translation.serves(balancer, matches)) {
          all.addAll(toBalancer(sources, balancer, excluded, sets));
        }
      } else {
        plain = plain.union(sets.addresses(member));
      }
    }
    plain = plain.minus(excluded);
    if (!plain.isEmpty() && !sources.isEmpty()) {
      all.add(0, new Selection(sources, plain, matches));
    }
    return all;
  }

  private static boolean namesBalancer(Endpoints set) {
    for (Member member : set.include()) {
      if (member instanceof Member.Virtual) {
        return true;
      }
    }
    return false;
  }

  private static List<Selection> toBalancer(
      IpSet from, Balancer balancer, IpSet excluded, EndpointSets sets) {
    IpSet virtual = IpSet.of(balancer.address()).minus(excluded);
    if (virtual.isEmpty() || from.isEmpty()) {
      return List.of();
    }
    IpSet targets =
        balancer.targets().stream().map(sets::addresses).reduce(IpSet.NONE, IpSet::union);
    targets = targets.of(balancer.address().family());
    return List.of(
        new Selection(from, virtual, List.of(port(balancer, balancer.port()))),
        new Selection(from, targets, List.of(port(balancer, balancer.targetPort()))));
  }

  private static Traffic.Match port(Balancer balancer, int port) {
    return new Traffic.Match(balancer.protocol(), port, port);
  }
}
