package org.vmn.runtime.claims;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Hop;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.PathMtu;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Translation.Target;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.forward.Way;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;

/**
 * A bound on the mean load of each wire, in each direction, while every load of a scenario is at
 * its greatest. Requests are spread evenly over places and targets; what gets no answer loads
 * nothing.
 */
final class LinkLoad {
  /** Ethernet's header, tag, check, preamble and gap (IEEE 802.3, 802.1Q). */
  private static final int FRAME = 14 + 4 + 4 + 20;

  /** IPv4 and TCP. */
  private static final int HEADERS = 20 + 20;

  private final Forwarding tables;
  private final Demand demand;
  private final Wiring wiring;
  private final PathMtu mtu;

  LinkLoad(Forwarding tables) {
    this.tables = tables;
    demand = new Demand(tables);
    wiring = new Wiring(tables);
    mtu = new PathMtu(tables);
  }

  Finding decide(Claim.Usage claim) {
    if (tables.network().scenarios().isEmpty()) {
      return Finding.unknown("no scenario declares a load");
    }
    for (Scenario scenario : tables.network().scenarios()) {
      Map<String, Double> loads = new TreeMap<>();
      for (Load load : scenario.loads()) {
        double rate = Demand.peak(scenario, load);
        if (rate < 0) {
          return Finding.unknown(
              "scenario `%s` has a load that takes all that it gets (%s)"
                  .formatted(scenario.name(), load.origin()));
        }
        add(load, rate, loads);
      }
      Finding finding = judge(claim, scenario, loads);
      if (!finding.holds()) {
        return finding;
      }
    }
    return Finding.HOLDS;
  }

  private Finding judge(Claim.Usage claim, Scenario scenario, Map<String, Double> loads) {
    for (Map.Entry<String, Double> entry : loads.entrySet()) {
      String wire = entry.getKey().substring(0, entry.getKey().indexOf(','));
      double speed = wiring.speeds().getOrDefault(wire, 0.0);
      if (claim.name() != null && !wire.equals("link " + claim.name())) {
        continue;
      }
      if (speed == 0) {
        return Finding.unknown("%s doesn't say how fast it is".formatted(wire));
      }
      double share = entry.getValue() / speed;
      if (!Use.within(claim, share)) {
        return Finding.fails(
            null,
            "%s carries %s of %s Mbps, %s, in scenario %s"
                .formatted(
                    entry.getKey(),
                    mega(entry.getValue()),
                    mega(speed),
                    Use.percent(share),
                    scenario.name()));
      }
    }
    return Finding.HOLDS;
  }

  private static String mega(double bits) {
    return String.format(Locale.ROOT, bits < 1e8 ? "%.2f" : "%.0f", bits / 1e6);
  }

  private void add(Load load, double rate, Map<String, Double> loads) {
    Service service;
    long request;
    long response;
    switch (load) {
      case Load.Requests r -> {
        service = r.service();
        request = r.requestBytes();
        response = r.responseBytes();
      }
      case Load.Clients c -> {
        service = c.service();
        request = c.requestBytes();
        response = c.responseBytes();
      }
      case Load.Transfers t -> {
        return;
      }
    }
    List<Demand.Spot> from = demand.spots(load.from());
    List<Demand.Spot> to = demand.spots(service);
    double all =
        from.stream().mapToDouble(Demand.Spot::weight).sum()
            * to.stream().mapToDouble(Demand.Spot::weight).sum();
    for (Demand.Spot source : from) {
      for (Demand.Spot target : to) {
        Walk walk = walk(source, target, service);
        if (walk != null && walk.completes()) {
          double each = rate * source.weight() * target.weight() / all;
          add(walk.outward(), each, request, loads);
          add(walk.homeward(), each, response, loads);
        }
      }
    }
  }

  private void add(Way way, double perSecond, long bytes, Map<String, Double> loads) {
    int room = Math.max(1, mtu.of(way).bytes() - HEADERS);
    long packets = Math.max(1, (bytes + room - 1) / room);
    for (Hop hop : way.hops()) {
      long wire = bytes + packets * (HEADERS + FRAME + mtu.tunnel(hop));
      wiring.add(hop, perSecond * wire * 8, loads);
    }
  }

  private @Nullable Walk walk(Demand.Spot source, Demand.Spot target, Service service) {
    Machine server = target.machine();
    if (server == null) {
      return null;
    }
    switch (service) {
      case Service.AtBalancer b -> {
        Balancer balancer = tables.sets().balancer(b.balancer());
        Choices choices = Choices.withTarget(new Target(server, target.offset()));
        return walk(source, balancer.address(), balancer.protocol(), balancer.port(), choices);
      }
      case Service.AtProgram p -> {
        Match match = listening(server, p.program());
        if (match == null) {
          return null;
        }
        for (Nic nic : server.nics()) {
          for (Ip ip : nic.at(target.offset())) {
            Walk walk = walk(source, ip, match.protocol(), match.firstPort(), Choices.FIRST);
            if (walk != null && walk.completes()) {
              return walk;
            }
          }
        }
        return null;
      }
    }
  }

  private static @Nullable Match listening(Machine machine, String name) {
    return machine.programs().stream()
        .filter(p -> p.name().equals(name))
        .map(Program::ports)
        .flatMap(t -> t.matches().stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable Walk walk(
      Demand.Spot source, Ip to, Protocol protocol, int port, Choices choices) {
    Machine client = source.machine();
    if (client == null) {
      Party.Outside outside = (Party.Outside) source.party();
      Ip from = outside.addresses().first();
      return from.family() != to.family()
          ? null
          : tables.walk(
              new Place.Outside(outside.external()),
              Packet.opening(from, to, protocol, port),
              choices,
              Exit.USUAL);
    }
    Nic nic = tables.outgoing(client.nics(), to);
    for (Ip from : nic.at(source.offset())) {
      if (from.family() == to.family()) {
        return tables.walk(
            new Place.Adapter(client, source.offset(), nic),
            Packet.opening(from, to, protocol, port),
            choices,
            Exit.USUAL);
      }
    }
    return null;
  }
}
