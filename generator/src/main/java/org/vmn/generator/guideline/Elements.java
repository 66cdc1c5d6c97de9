package org.vmn.generator.guideline;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Uplink;

/** The elements of a network, by kind. */
final class Elements {
  private final Network network;
  private final Labels labels;
  private final Map<Ref, String> zones = new HashMap<>();
  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, String> filters = new HashMap<>();
  private final SetTerms terms;

  /**
   * @param labels what the source labels elements with, and where it declares the network
   */
  Elements(Network network, Labels labels) {
    this.network = network;
    this.labels = labels;
    terms = new SetTerms(network);
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        zones.put(host.replicas().ref(host.name(), i), host.zone());
      }
    }
    for (Firewall firewall : network.firewalls()) {
      String place = firewall.router() == null ? firewall.external() : firewall.router();
      filters.put(place == null ? "" : place, firewall.name());
    }
    for (Group group : network.groups()) {
      group.members().include().stream()
          .map(Elements::name)
          .distinct()
          .forEach(n -> groups.computeIfAbsent(n, k -> new ArrayList<>()).add(group.name()));
    }
  }

  /** All of a kind that isn't a part of another. */
  List<Element> of(ElementKind kind) {
    return switch (kind) {
      case NETWORK -> List.of(network());
      // What is there by default was declared by nobody, and nobody can be blamed for it.
      case HOST ->
          network.hosts().stream().filter(h -> h.origin().isKnown()).map(this::host).toList();
      case OVERLAY ->
          network.overlays().stream()
              .filter(o -> o.origin().isKnown())
              .map(o -> Element.of(kind, o.name(), o.origin(), Map.of("name", o.name())))
              .toList();
      case SEGMENT -> network.segments().stream().map(this::segment).toList();
      case EXTERNAL -> network.externals().stream().map(this::external).toList();
      case ROUTER ->
          network.routers().stream()
              .map(r ->
                  Element.of(
                      kind,
                      r.name(),
                      r.origin(),
                      Map.of(
                          "name",
                          r.name(),
                          "ports",
                          count(r.ports()),
                          "routes",
                          count(r.routes()),
                          "firewall",
                          filters.getOrDefault(r.name(), ""))))
              .toList();
      case SWITCH ->
          network.switches().stream()
              .map(s ->
                  Element.of(
                      kind,
                      s.name(),
                      s.origin(),
                      Map.of(
                          "name", s.name(),
                          "hosts", count(s.hosts()),
                          "uplinks", count(s.uplinks()))))
              .toList();
      case FIREWALL -> network.firewalls().stream().map(this::firewall).toList();
      case CHAIN ->
          network.chains().stream()
              .map(c ->
                  Element.of(
                      kind,
                      c.name(),
                      c.origin(),
                      Map.of("name", c.name(), "stages", count(c.stages()), "open", c.failOpen())))
              .toList();
      case MONITOR ->
          network.monitors().stream()
              .map(m ->
                  Element.of(
                      kind,
                      m.name(),
                      m.origin(),
                      Map.of(
                          "name", m.name(),
                          "interval", m.intervalNanos(),
                          "expectations", count(m.alerts()))))
              .toList();
      case VM -> network.machines().stream().map(this::machine).toList();
      case BALANCER -> network.balancers().stream().map(this::balancer).toList();
      case GROUP ->
          network.groups().stream()
              .map(g -> Element.of(kind, g.name(), g.origin(), Map.of("name", g.name())))
              .toList();
      case ALLOW, DENY ->
          network.policy().rules().stream()
              .filter(r -> r.action().name().equals(kind.name()))
              .map(r -> rule(kind, r.from(), r.to(), r.traffic(), r.log(), r.origin()))
              .toList();
      case UPLINK -> parts(ElementKind.HOST, kind);
      case NIC, DISK, USER, PROGRAM -> parts(ElementKind.VM, kind);
      case SOURCE, TARGET ->
          Stream.of(ElementKind.ALLOW, ElementKind.DENY)
              .flatMap(k -> parts(k, kind).stream())
              .toList();
    };
  }

  private List<Element> parts(ElementKind whole, ElementKind part) {
    return of(whole).stream().flatMap(e -> e.parts(part).stream()).toList();
  }

  private Element network() {
    return Element.of(
        ElementKind.NETWORK,
        network.name(),
        labels.header(),
        Map.of(
            "name",
            network.name(),
            "default",
            network.policy().allowByDefault() ? "allow" : "deny",
            "log",
            network.policy().log(),
            "assertions",
            count(network.assertions())));
  }

  private Element host(Host host) {
    Map<String, Object> values =
        Map.of(
            "name", host.name(),
            "count", (long) host.replicas().count(),
            "cpu", (long) host.cpu(),
            "memory", host.memoryBytes(),
            "storage", host.storageBytes(),
            "zone", host.zone(),
            "uplinks", count(host.uplinks()));
    return labelled(ElementKind.HOST, host.name(), host.origin(), values)
        .with(host.uplinks().stream().map(Elements::uplink).toList());
  }

  private static Element uplink(Uplink uplink) {
    return Element.of(
        ElementKind.UPLINK,
        uplink.name(),
        uplink.origin(),
        Map.of(
            "name", uplink.name(),
            "speed", uplink.bitsPerSecond(),
            "latency", uplink.latencyNanos(),
            "mtu", (long) uplink.mtu()));
  }

  private Element segment(Segment segment) {
    long vlan = segment.transport() instanceof Segment.Vlan v ? v.id() : 0;
    long vni = segment.transport() instanceof Segment.Tunnel t ? t.vni() : 0;
    return labelled(
        ElementKind.SEGMENT,
        segment.name(),
        segment.origin(),
        Map.of(
            "name",
            segment.name(),
            "mtu",
            (long) segment.mtu(),
            "vlan",
            vlan,
            "vni",
            vni,
            "subnets",
            count(segment.subnets())));
  }

  private Element external(External external) {
    return labelled(
        ElementKind.EXTERNAL,
        external.name(),
        external.origin(),
        Map.of(
            "name",
            external.name(),
            "segment",
            external.segment(),
            "mac",
            external.mac() == null ? "" : external.mac().toString(),
            "gateway",
            external.gateways().isEmpty() ? "" : external.gateways().get(0).toString(),
            "firewall",
            filters.getOrDefault(external.name(), "")));
  }

  private Element machine(Machine machine) {
    List<Ref> hosts =
        machine.placement().blocks().stream()
            .map(Placement.Block::hosts)
            .flatMap(List::stream)
            .distinct()
            .toList();
    long inZones = hosts.stream().map(h -> zones.getOrDefault(h, "")).distinct().count();
    Map<String, Object> values =
        Map.ofEntries(
            entry("name", machine.name()),
            entry("count", (long) machine.count()),
            entry("cpu", (long) machine.cpu()),
            entry("memory", machine.memoryBytes()),
            entry("hosts", (long) hosts.size()),
            entry("zones", inZones),
            entry("nics", count(machine.nics())),
            entry("disks", count(machine.disks())),
            entry("protected", machine.protect() != null),
            entry("watched", isWatched(machine)));
    List<Element> parts = new ArrayList<>();
    machine.nics().forEach(n -> parts.add(nic(n)));
    machine.disks().forEach(d -> parts.add(disk(d)));
    machine
        .users()
        .forEach(u ->
            parts.add(
                Element.of(
                    ElementKind.USER,
                    u.name(),
                    u.origin(),
                    Map.of("name", u.name(), "keys", count(u.keys())))));
    machine
        .programs()
        .forEach(p ->
            parts.add(
                Element.of(
                    ElementKind.PROGRAM,
                    p.name(),
                    p.origin(),
                    Map.of(
                        "name",
                        p.name(),
                        "demand",
                        p.demandNanos(),
                        "check",
                        p.check() == null ? 0L : p.check().intervalNanos()))));
    List<Traffic.Match> opens =
        machine.programs().stream().flatMap(p -> p.ports().matches().stream()).toList();
    return labelled(ElementKind.VM, machine.name(), machine.origin(), values)
        .with(parts)
        .opening(opens);
  }

  private static Element nic(Nic nic) {
    return Element.of(
        ElementKind.NIC,
        nic.name(),
        nic.origin(),
        Map.of(
            "name", nic.name(),
            "segment", nic.segment(),
            "rate", nic.bitsPerSecond(),
            "spoof", nic.spoof()));
  }

  private static Element disk(Disk disk) {
    return Element.of(
        ElementKind.DISK,
        disk.name(),
        disk.origin(),
        Map.of(
            "name", disk.name(),
            "size", disk.sizeBytes(),
            "image", disk.image() == null ? "" : disk.image().name()));
  }

  private Element balancer(Balancer balancer) {
    long targets = balancer.targets().stream().mapToLong(t -> t.last() - t.first() + 1L).sum();
    return labelled(
        ElementKind.BALANCER,
        balancer.name(),
        balancer.origin(),
        Map.of(
            "name", balancer.name(),
            "segment", balancer.segment(),
            "targets", targets,
            "algorithm", balancer.algorithm().name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private Element firewall(Firewall firewall) {
    String place = firewall.router() == null ? firewall.external() : firewall.router();
    return Element.of(
            ElementKind.FIREWALL,
            firewall.name(),
            firewall.origin(),
            Map.of(
                "name",
                firewall.name(),
                "default",
                firewall.allowByDefault() ? "allow" : "deny",
                "place",
                place == null ? "" : place,
                "rules",
                count(firewall.rules())))
        .with(
            firewall.rules().stream()
                .map(r ->
                    rule(
                        ElementKind.valueOf(r.action().name()),
                        r.from(),
                        r.to(),
                        r.traffic(),
                        r.log(),
                        r.origin()))
                .toList());
  }

  private Element rule(
      ElementKind kind,
      Endpoints from,
      Endpoints to,
      @Nullable Traffic traffic,
      boolean log,
      Origin origin) {
    List<Element> parts = new ArrayList<>();
    parts.addAll(terms.of(ElementKind.SOURCE, from, origin));
    parts.addAll(terms.of(ElementKind.TARGET, to, origin));
    String name = kind.word() + " " + from.text() + " -> " + to.text();
    return new Element(
        kind, name, origin, Map.of("log", log), Map.of(), List.of(), opens(to, traffic), parts);
  }

  /** Whether a monitor names the machine, or a segment that it is on. */
  private boolean isWatched(Machine machine) {
    return network.monitors().stream()
        .flatMap(m -> m.watched().include().stream())
        .anyMatch(member ->
            switch (member) {
              case Member.Machines m -> m.machine().equals(machine.name());
              case Member.OnSegment s ->
                  machine.nics().stream().anyMatch(n -> n.segment().equals(s.segment()));
              case Member.Any any -> true;
              default -> false;
            });
  }

  /** Without traffic, a balancer's own port and everything of all else. */
  private List<Traffic.Match> opens(Endpoints to, @Nullable Traffic traffic) {
    if (traffic != null) {
      return traffic.matches();
    }
    List<Traffic.Match> opens = new ArrayList<>();
    for (Member member : to.include()) {
      if (!(member instanceof Member.Virtual virtual)) {
        return Traffic.EVERYTHING.matches();
      }
      network.balancers().stream()
          .filter(b -> b.name().equals(virtual.balancer()))
          .map(b -> new Traffic.Match(b.protocol(), b.port(), b.port()))
          .forEach(opens::add);
    }
    return opens;
  }

  private Element labelled(
      ElementKind kind, String name, Origin origin, Map<String, Object> values) {
    return new Element(
        kind,
        name,
        origin,
        values,
        labels.of(name),
        groups.getOrDefault(name, List.of()),
        List.of(),
        List.of());
  }

  private static String name(Member member) {
    return switch (member) {
      case Member.Machines m -> m.machine();
      case Member.OnSegment s -> s.segment();
      case Member.Outside o -> o.external();
      case Member.Virtual v -> v.balancer();
      default -> "";
    };
  }

  private static Object count(List<?> list) {
    return (long) list.size();
  }
}
