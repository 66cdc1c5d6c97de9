package org.vmn.runtime.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.value.Ip;

/** Routers: their ports, routes and gateways. */
final class RouterChecks {
  private final Index index;
  private final Report report;

  RouterChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
  }

  void check(List<Router> routers) {
    for (int i = 0; i < routers.size(); i++) {
      Router router = routers.get(i);
      String path = "$.routers[" + i + "]";
      Set<String> ports = ports(path, router.ports());
      for (int j = 0; j < router.routes().size(); j++) {
        route(path + ".routes[" + j + "]", router.routes().get(j), ports);
      }
      for (String segment : router.snat()) {
        report.exists(index.segment(segment) != null, path + ".snat", "segment", segment);
      }
      for (int j = 0; j < router.floating().size(); j++) {
        Router.Floating f = router.floating().get(j);
        outside(path + ".floating[" + j + "]", f.address(), f.segment(), f.machine(), ports);
      }
      for (int j = 0; j < router.dnat().size(); j++) {
        dnat(path + ".dnat[" + j + "]", router.dnat().get(j), ports);
      }
      Ref gateway = router.gateway();
      if (gateway != null) {
        report.exists(index.hasHost(gateway), path + ".gateway", "host", gateway);
      }
      if (router.standby() != null) {
        report.require(gateway != null, path + ".standby", "there is no gateway to take over");
        standby(index, report, path + ".standby", gateway, router.standby());
      }
    }
  }

  /** Those who take over from a gateway, of a router or a balancer. */
  static void standby(
      Index index, Report report, String path, @Nullable Ref gateway, Standby standby) {
    report.require(!standby.hosts().isEmpty(), path + ".hosts", "expected one or more");
    Set<Ref> hosts = new HashSet<>();
    for (Ref host : standby.hosts()) {
      report.exists(index.hasHost(host), path + ".hosts", "host", host);
      boolean other = hosts.add(host) && !host.equals(gateway);
      report.require(other, path + ".hosts", "`" + host + "` comes twice");
    }
    for (String segment : standby.segments()) {
      report.exists(index.segment(segment) != null, path + ".segments", "segment", segment);
    }
    report.positive(path, "noticedNanos", standby.noticedNanos());
  }

  private Set<String> ports(String router, List<Router.Port> ports) {
    Set<String> segments = new HashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      Router.Port port = ports.get(i);
      String path = router + ".ports[" + i + "]";
      String segment = port.segment();
      report.exists(index.segment(segment) != null, path + ".segment", "segment", segment);
      report.require(segments.add(segment), path, "a second port on " + segment);
      for (Ip ip : port.addresses()) {
        report.require(
            index.onLink(segment, ip), path + ".addresses", ip + " is not on " + segment);
      }
    }
    return segments;
  }

  private void dnat(String path, Router.Dnat dnat, Set<String> ports) {
    outside(path, dnat.address(), dnat.segment(), dnat.machine(), ports);
    report.require(dnat.protocol().hasPorts(), path + ".protocol", "expected tcp or udp");
    report.port(path, "port", dnat.port());
    report.port(path, "insidePort", dnat.insidePort());
  }

  private void outside(String path, Ip address, String segment, Ref machine, Set<String> ports) {
    report.require(
        ports.contains(segment), path + ".segment", "the router has no port on `" + segment + "`");
    report.require(
        index.onLink(segment, address), path + ".address", address + " is not on " + segment);
    report.exists(index.hasMachine(machine), path + ".machine", "machine", machine);
  }

  private void route(String path, Router.Route route, Set<String> ports) {
    boolean port = ports.contains(route.segment());
    report.require(port, path + ".segment", "the router has no port on `" + route.segment() + "`");
    report.require(
        index.onLink(route.segment(), route.via()),
        path + ".via",
        route.via() + " is not on " + route.segment());
    String name = route.external();
    if (name != null) {
      External external = index.external(name);
      report.exists(external != null, path + ".external", "external", name);
      boolean there = external == null || external.segment().equals(route.segment());
      report.require(there, path + ".external", "`" + name + "` is not on " + route.segment());
    }
  }
}
