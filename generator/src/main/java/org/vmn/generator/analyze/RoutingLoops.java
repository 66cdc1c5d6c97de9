package org.vmn.generator.analyze;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Router.Route;
import org.vmn.runtime.value.Ip;

/**
 * Routers that send a packet to each other until it dies. A route can only go wrong at an address
 * that a more specific one, at any router, doesn't take away: so for each route its first address
 * is followed, and the first past each prefix within it.
 */
final class RoutingLoops implements Pass {
  /** Past this many steps the rest is not looked at: the work is quadratic in routes. */
  private static final int MOST_STEPS = 2_000_000;

  /** No way is longer than a packet lives. */
  private static final int MOST_HOPS = 255;

  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    Told told = new Told(forwarding, new HashSet<>(), new HashSet<>());
    int steps = 0;
    for (Router router : forwarding.network().routers()) {
      for (Route route : router.routes()) {
        if (forwarding.routerAt(route.segment(), route.via()) == null || steps > MOST_STEPS) {
          continue;
        }
        List<Ip> probes = probes(forwarding, route);
        steps += probes.size() * forwarding.network().routers().size();
        for (Ip destination : probes) {
          List<Fib.Entry> loop = loop(forwarding, router, destination);
          if (!loop.isEmpty() && loop.get(0).origin().equals(route.origin()) && told.add(loop)) {
            out.accept(problem(loop, router, destination));
          }
        }
      }
    }
  }

  /** Circles that were told of: the default routes of both families are one mistake. */
  private record Told(
      Forwarding forwarding, Set<Set<Origin>> origins, Set<Set<String>> ofDefaults) {

    boolean add(List<Fib.Entry> loop) {
      Set<Origin> places = new HashSet<>();
      Set<String> routers = new HashSet<>();
      for (Fib.Entry entry : loop) {
        places.add(entry.origin());
        @Nullable Router next = next(forwarding, entry);
        routers.add(next == null ? "" : next.name());
      }
      return origins.add(places) && (!isDefault(loop) || ofDefaults.add(routers));
    }
  }

  private static boolean isDefault(List<Fib.Entry> loop) {
    return loop.stream().allMatch(e -> e.prefix().length() == 0);
  }

  private static List<Ip> probes(Forwarding forwarding, Route route) {
    List<Ip> probes = new ArrayList<>();
    probes.add(route.destination().first());
    for (Router router : forwarding.network().routers()) {
      for (Fib.Entry entry : forwarding.fib(router).entries()) {
        if (route.destination().contains(entry.prefix().first())) {
          probes.add(entry.prefix().first());
          if (route.destination().contains(entry.prefix().last().next())) {
            probes.add(entry.prefix().last().next());
          }
        }
      }
    }
    return probes.stream().distinct().toList();
  }

  /** The entries that a packet may meet, when it comes back to where it began; else empty. */
  private static List<Fib.Entry> loop(Forwarding forwarding, Router start, Ip destination) {
    List<Fib.Entry> way = new ArrayList<>();
    return returns(forwarding, start, start, destination, new HashSet<>(), way) ? way : List.of();
  }

  /** Of routes that are equally good any may be taken, so all are followed. */
  private static boolean returns(
      Forwarding forwarding,
      Router at,
      Router start,
      Ip destination,
      Set<String> seen,
      List<Fib.Entry> way) {
    if (!seen.add(at.name()) || way.size() > MOST_HOPS) {
      return false;
    }
    for (Fib.Entry entry : forwarding.fib(at).lookup(destination, e -> true)) {
      @Nullable Router next = next(forwarding, entry);
      if (next != null) {
        way.add(entry);
        if (next.equals(start) || returns(forwarding, next, start, destination, seen, way)) {
          return true;
        }
        way.remove(way.size() - 1);
      }
    }
    return false;
  }

  private static @Nullable Router next(Forwarding forwarding, Fib.Entry entry) {
    return entry.via() == null || entry.external() != null
        ? null
        : forwarding.routerAt(entry.segment(), entry.via());
  }

  private static Problem problem(List<Fib.Entry> loop, Router router, Ip destination) {
    // A default route has to name somebody; one that is more exact needn't name all that it does.
    Fib.Entry first =
        Collections.max(loop, Comparator.comparingInt(entry -> entry.prefix().length()));
    Problem problem =
        Problem.of(
            Code.ROUTING_LOOP,
            first.origin(),
            loop.size() == 1
                ? "`" + first.via() + "` is router `" + router.name() + "` itself"
                : "a packet to " + destination + " comes back to router `" + router.name() + "`");
    for (Fib.Entry entry : loop) {
      if (!entry.equals(first)) {
        problem = problem.label(entry.origin(), "sent on to " + entry.via());
      }
    }
    return problem.help(help(loop, first));
  }

  private static String help(List<Fib.Entry> loop, Fib.Entry first) {
    if (loop.size() == 1) {
      return "name another router, or leave the route out";
    } else if (isDefault(loop)) {
      return "the router that is nearer to the way out keeps its default route; the others"
          + " name only what lies behind their neighbours";
    }
    return loop.stream().allMatch(e -> e.prefix().equals(first.prefix()))
        ? "name a next hop that is nearer to " + first.prefix()
        : "%s holds more than lies behind %s: write a route for each subnet there"
            .formatted(first.prefix(), first.via());
  }
}
