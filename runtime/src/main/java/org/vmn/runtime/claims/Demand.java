package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Service;

/**
 * The most requests a second that a scenario declares, from where to where. Replicas of a machine
 * on one host are one place; each replica and each external is as likely as another.
 */
final class Demand {
  private final Forwarding tables;
  private final Parties parties;

  Demand(Forwarding tables) {
    this.tables = tables;
    parties = new Parties(tables, new Cuts(tables));
  }

  /**
   * Where requests come from or go to.
   *
   * @param machine null for an external
   * @param offset a replica there, zero-based
   * @param weight how many replicas, or externals, it stands for
   */
  record Spot(@Nullable Machine machine, int offset, Party party, double weight) {}

  /** The greatest rate of a load, in requests a second; negative when it has none. */
  static double peak(Scenario scenario, Load load) {
    return switch (load) {
      case Load.Requests r ->
          burst(scenario, r.service())
              * r.curve().stream().mapToDouble(Load.Point::requestsPerSecond).max().orElse(0);
      case Load.Clients c -> c.thinkNanos() == 0 ? -1 : c.clients() * 1e9 / c.thinkNanos();
      case Load.Transfers t -> -1;
    };
  }

  private static double burst(Scenario scenario, Service service) {
    double most = 1;
    for (Event event : scenario.events()) {
      if (event instanceof Event.Burst b && b.service().equals(service)) {
        most = Math.max(most, b.factor());
      }
    }
    return most;
  }

  /** The places of a set, less what is down. */
  List<Spot> spots(Endpoints set) {
    List<Spot> spots = new ArrayList<>();
    Map<String, Boolean> externals = new LinkedHashMap<>();
    for (Party party : parties.sources(set)) {
      switch (party) {
        case Party.Replicas r -> spots.addAll(spots(r));
        case Party.Outside o -> {
          if (externals.put(o.external().name(), true) == null) {
            spots.add(new Spot(null, 0, party, 1));
          }
        }
        default -> {}
      }
    }
    return spots;
  }

  /** The places of what takes the requests of a service. */
  List<Spot> spots(Service service) {
    List<Member> members =
        switch (service) {
          case Service.AtBalancer b -> List.copyOf(tables.sets().balancer(b.balancer()).targets());
          case Service.AtProgram p ->
              List.of(
                  new Member.Machines(
                      p.machine(), 0, tables.sets().machine(p.machine()).count() - 1));
        };
    return spots(new Endpoints("", members, List.of()));
  }

  /** One place for each host that carries some of a class. */
  private List<Spot> spots(Party.Replicas of) {
    Map<Ref, Integer> first = new LinkedHashMap<>();
    Map<Ref, Double> count = new LinkedHashMap<>();
    for (Placement.Slot slot : of.machine().placement().slots(of.first(), of.last())) {
      for (int i = slot.first(); i <= slot.last(); i += slot.step()) {
        if (!tables.outage().machine(of.machine(), i)) {
          first.putIfAbsent(slot.host(), i);
          count.merge(slot.host(), 1.0, Double::sum);
        }
      }
    }
    List<Spot> spots = new ArrayList<>();
    first.forEach(
        (host, i) -> spots.add(new Spot(of.machine(), i, of, count.getOrDefault(host, 0.0))));
    return spots;
  }
}
