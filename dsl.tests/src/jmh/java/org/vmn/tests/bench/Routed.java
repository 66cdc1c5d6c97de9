package org.vmn.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * A company's network: core routers on one segment; edge routers, each with two equal ways to the
 * core, some subnets behind it and an access list for each of them. The claims say of every pair of
 * subnets all that it has on all protocols and ports.
 *
 * @param subnets of each edge
 * @param lines of each subnet's access list
 */
record Routed(int cores, int edges, int subnets, int lines) {
  /** 54 routers, 1,000 subnets, 22,050 lines: 21,000 claims about pairs, 1,000 about all others. */
  static final Routed COMPANY = new Routed(4, 50, 20, 22);

  private static final int PER_SUBNET = 200;

  Network network() {
    Random random = new Random(7);
    Segment mesh = Elements.segment("mesh", Prefix.around(Ip.v4(0xAC100000L), 24));
    List<Segment> segments = new ArrayList<>(List.of(mesh));
    List<List<Router.Port>> corePorts = new ArrayList<>();
    List<List<Router.Route>> coreRoutes = new ArrayList<>();
    for (int c = 0; c < cores; c++) {
      corePorts.add(new ArrayList<>(List.of(Elements.port(mesh, onMesh(c)))));
      coreRoutes.add(new ArrayList<>());
    }
    List<Router> routers = new ArrayList<>();
    List<Firewall> firewalls = new ArrayList<>();
    List<Machine> machines = new ArrayList<>();
    List<Assertion> claims = new ArrayList<>();
    for (int e = 0; e < edges; e++) {
      List<Router.Port> ports = new ArrayList<>();
      for (int s = 0; s < subnets; s++) {
        Segment segment = Elements.segment(name(e, s), subnet(e, s));
        segments.add(segment);
        ports.add(Elements.port(segment, subnet(e, s).first().plus(1)));
        machines.add(
            Elements.machine(machine(e, s), PER_SUBNET, segment, subnet(e, s).first().plus(10)));
      }
      List<Router.Route> routes = new ArrayList<>();
      for (int c = 0; c < cores; c++) {
        boolean wired = c == e % cores || c == (e + 1) % cores;
        Segment link = Elements.segment("l" + e + "_" + c, link(e, c));
        if (wired) {
          segments.add(link);
          ports.add(Elements.port(link, link(e, c).first().plus(1)));
          corePorts.get(c).add(Elements.port(link, link(e, c).first().plus(2)));
          routes.add(
              Elements.route(Prefix.around(Ip.v4(0), 0), link(e, c).first().plus(2), link.name()));
        }
        for (int s = 0; s < subnets; s++) {
          coreRoutes
              .get(c)
              .add(
                  wired
                      ? Elements.route(subnet(e, s), link(e, c).first().plus(1), link.name())
                      : Elements.route(subnet(e, s), onMesh(e % cores), mesh.name()));
        }
      }
      routers.add(Elements.router("edge" + e, ports, routes));
      firewalls.add(
          new Firewall("list" + e, "edge" + e, null, false, rules(random, e, claims), Origin.NONE));
    }
    for (int c = 0; c < cores; c++) {
      routers.add(Elements.router("core" + c, corePorts.get(c), coreRoutes.get(c)));
    }
    return Elements.network(
        "routed",
        segments,
        routers,
        firewalls,
        machines,
        new Policy(true, false, List.of(), Origin.NONE),
        claims);
  }

  private List<Firewall.Rule> rules(Random random, int e, List<Assertion> claims) {
    List<Firewall.Rule> rules = new ArrayList<>();
    Endpoints own = literal(Prefix.around(subnet(e, 0).first(), 16), List.of());
    Endpoints others = literal(Prefix.around(Ip.v4(10L << 24), 8), own.include());
    rules.add(allow(own, others, Traffic.EVERYTHING));
    for (int s = 0; s < subnets; s++) {
      Endpoints to = machines(e, s);
      List<Member> permitted = new ArrayList<>(to.include());
      TreeMap<Integer, Integer> ports = new TreeMap<>();
      while (ports.size() < lines - 1) {
        int edge = random.nextInt(edges);
        if (edge != e) {
          ports.put(edge * subnets + random.nextInt(subnets), 1 + random.nextInt(65_535));
        }
      }
      for (Map.Entry<Integer, Integer> line : ports.entrySet()) {
        int edge = line.getKey() / subnets;
        int subnet = line.getKey() % subnets;
        Traffic traffic = Elements.traffic(Protocol.TCP, line.getValue(), line.getValue());
        Endpoints client = machines(edge, subnet);
        permitted.addAll(client.include());
        rules.add(
            allow(
                literal(subnet(edge, subnet), List.of()),
                literal(subnet(e, s), List.of()),
                traffic));
        claims.add(Elements.assertion(Claim.Mode.REACHES_ONLY, client, to, traffic));
      }
      rules.add(
          new Firewall.Rule(
              Policy.Action.DENY,
              new Endpoints("any", List.of(new Member.Any()), List.of()),
              literal(subnet(e, s), List.of()),
              Traffic.EVERYTHING,
              false,
              Origin.NONE));
      claims.add(
          Elements.assertion(
              Claim.Mode.CANNOT_REACH,
              new Endpoints("others", List.of(new Member.Any()), permitted),
              to,
              Traffic.EVERYTHING));
    }
    return rules;
  }

  private static Firewall.Rule allow(Endpoints from, Endpoints to, Traffic traffic) {
    return new Firewall.Rule(Policy.Action.ALLOW, from, to, traffic, false, Origin.NONE);
  }

  private static Endpoints literal(Prefix prefix, List<Member> except) {
    return new Endpoints(prefix.toString(), List.of(new Member.Literal(IpSet.of(prefix))), except);
  }

  private static Endpoints machines(int edge, int subnet) {
    String name = machine(edge, subnet);
    return new Endpoints(name, List.of(new Member.Machines(name, 0, PER_SUBNET - 1)), List.of());
  }

  private static String machine(int edge, int subnet) {
    return "m" + name(edge, subnet);
  }

  private static String name(int edge, int subnet) {
    return edge + "_" + subnet;
  }

  private static Prefix subnet(int edge, int subnet) {
    return Prefix.around(Ip.v4((10L << 24) + ((long) edge << 16) + ((long) subnet << 8)), 24);
  }

  private static Prefix link(int edge, int core) {
    return Prefix.around(Ip.v4(0xAC110000L + ((long) edge << 8) + 4L * core), 30);
  }

  private static Ip onMesh(int core) {
    return Ip.v4(0xAC100001L + core);
  }
}
