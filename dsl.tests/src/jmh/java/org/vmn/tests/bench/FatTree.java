package org.vmn.tests.bench;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/**
 * A fat tree of routers: pods of edge routers with a subnet each, wired to the pod's aggregation
 * routers, each of which is wired to the spines of its plane. Every router has one route to every
 * subnet.
 */
record FatTree(int pods, int edges, int planes, int spines) {
  /** 816 routers, 576 subnets, 470,016 forwarding rules. */
  static final FatTree CLOS = new FatTree(48, 12, 4, 12);

  Network network() {
    List<Segment> segments = new ArrayList<>();
    List<List<Router.Port>> ports = new ArrayList<>();
    List<Machine> machines = new ArrayList<>();
    for (int r = 0; r < routers(); r++) {
      ports.add(new ArrayList<>());
    }
    for (int pod = 0; pod < pods; pod++) {
      for (int edge = 0; edge < edges; edge++) {
        Prefix own = subnet(pod, edge);
        Segment segment = Elements.segment("s" + pod + "_" + edge, own);
        segments.add(segment);
        ports.get(edge(pod, edge)).add(Elements.port(segment, own.first().plus(1)));
        machines.add(Elements.machine("m" + pod + "_" + edge, 100, segment, own.first().plus(10)));
        for (int plane = 0; plane < planes; plane++) {
          join(edge(pod, edge), aggregation(pod, plane), segments, ports);
        }
      }
      for (int plane = 0; plane < planes; plane++) {
        for (int spine = 0; spine < spines; spine++) {
          join(aggregation(pod, plane), spine(plane, spine), segments, ports);
        }
      }
    }
    List<Router> routers = new ArrayList<>();
    for (int r = 0; r < routers(); r++) {
      routers.add(Elements.router("r" + r, ports.get(r), routes(r)));
    }
    return Elements.network(
        "fattree",
        segments,
        routers,
        List.of(),
        machines,
        new Policy(true, false, List.of(), Origin.NONE),
        claims());
  }

  private static List<Assertion> claims() {
    return List.of(
        new Assertion("no loops", new Claim.NoLoops(), Origin.NONE),
        new Assertion("no black holes", new Claim.NoBlackHoles(), Origin.NONE));
  }

  /** Destinations are spread over planes and spines by their number. */
  private List<Router.Route> routes(int router) {
    List<Router.Route> routes = new ArrayList<>();
    for (int pod = 0; pod < pods; pod++) {
      for (int edge = 0; edge < edges; edge++) {
        int number = pod * edges + edge;
        int next = next(router, pod, edge, number % planes, number % spines);
        if (next >= 0) {
          routes.add(
              Elements.route(
                  subnet(pod, edge), end(router, next, false), "l" + link(router, next)));
        }
      }
    }
    return routes;
  }

  private int next(int router, int pod, int edge, int plane, int spine) {
    int here = router;
    if (here < pods * edges) {
      return here == edge(pod, edge) ? -1 : aggregation(here / edges, plane);
    }
    here -= pods * edges;
    if (here < pods * planes) {
      int in = here / planes;
      return in == pod ? edge(pod, edge) : spine(here % planes, spine);
    }
    return aggregation(pod, (here - pods * planes) / spines);
  }

  private int routers() {
    return pods * edges + pods * planes + planes * spines;
  }

  private int edge(int pod, int edge) {
    return pod * edges + edge;
  }

  private int aggregation(int pod, int plane) {
    return pods * edges + pod * planes + plane;
  }

  private int spine(int plane, int spine) {
    return pods * edges + pods * planes + plane * spines + spine;
  }

  private static Prefix subnet(int pod, int edge) {
    return Prefix.around(Ip.v4((10L << 24) + ((long) pod << 16) + ((long) edge << 8)), 24);
  }

  private void join(int below, int above, List<Segment> segments, List<List<Router.Port>> ports) {
    Prefix subnet = Prefix.around(end(below, above, true), 30);
    Segment segment = Elements.segment("l" + link(below, above), subnet);
    segments.add(segment);
    ports.get(below).add(Elements.port(segment, end(below, above, true)));
    ports.get(above).add(Elements.port(segment, end(below, above, false)));
  }

  /** The number of the link between two routers, whichever is above. */
  private int link(int one, int other) {
    int below = Math.min(one, other);
    int above = Math.max(one, other);
    return below < pods * edges
        ? below * planes + (above - pods * edges) % planes
        : pods * edges * planes
            + (below - pods * edges) * spines
            + (above - pods * edges - pods * planes) % spines;
  }

  /** The address of one end of a link: of the first router, or of the second. */
  private Ip end(int one, int other, boolean ofFirst) {
    boolean below = one < other == ofFirst;
    return Ip.v4(0xAC100000L + 4L * link(one, other) + (below ? 1 : 2));
  }
}
