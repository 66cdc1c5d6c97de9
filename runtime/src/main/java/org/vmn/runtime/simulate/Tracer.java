package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Origin;

/** Follows one request, and those that programs make for it, and writes down where it was when. */
final class Tracer {
  /** Nobody reads more. */
  private static final int MOST = 10_000;

  private static final byte DEEPEST = 100;

  private final World world;
  private final long from;
  private final List<SimulationResult.Hop> hops = new ArrayList<>();
  private final Map<Integer, Walk> walks = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private boolean begun;

  Tracer(World world, long from) {
    this.world = world;
    this.from = from;
    begun = from == Watch.NOTHING;
  }

  /** A request comes up, made for another or not: perhaps the one. */
  void begins(int request, int parent, long now) {
    if (parent != Requests.NONE) {
      byte above = world.requests.traced[parent];
      world.requests.traced[request] = above == 0 || above == DEEPEST ? 0 : (byte) (above + 1);
    } else if (!begun && now >= from) {
      begun = true;
      world.requests.traced[request] = 1;
    } else {
      return;
    }
    if (world.requests.traced[request] > 0) {
      String name = world.requests.order[request].pool().name();
      add(request, now, client(request), "asks `" + name + "`", Origin.NONE);
    }
  }

  boolean follows(int request) {
    return world.requests.traced[request] > 0;
  }

  void note(int request, long now, String where, String what) {
    if (follows(request)) {
      add(request, now, where, what, Origin.NONE);
    }
  }

  /** What the tables decide of its way there; that of its answer is for later. */
  void walked(int request, long now, Walk walk) {
    walks.put(request, walk);
    steps(request, now, walk.there());
  }

  /** A message enters a link, where it may have to wait. */
  void enters(int request, int link, long head, long size) {
    if (!follows(request) || !world.links.isLimited(link) && world.ends.isAdapter(link)) {
      return;
    }
    double waits = world.links.waiting(link, head) / 1e6;
    String wait = waits == 0 ? "" : String.format(Locale.ROOT, ", waits %.3f ms", waits);
    add(request, head, name(link), size + " bytes" + wait, Origin.NONE);
  }

  /** Its answer is on its way. */
  void answered(int request, long now) {
    Walk walk = walks.get(request);
    if (follows(request) && walk != null) {
      steps(request, now, walk.back());
    }
  }

  private void steps(int request, long now, List<Step> steps) {
    for (Step step : steps) {
      add(request, now, step.where(), step.what(), step.origin());
    }
  }

  String client(int request) {
    return world.requests.client[request].place().toString();
  }

  private String name(int link) {
    if (names.isEmpty()) {
      for (Carriers.Used used : world.carriers.used()) {
        pair(used.out(), used.uplink().toString());
      }
      for (int wire = 0; wire < world.wiring.wires().size(); wire++) {
        pair(world.wiring.link(wire), world.wiring.wires().get(wire).name());
      }
      world.ends.adapters(this::pair);
    }
    return names.getOrDefault(link, "link " + link);
  }

  private void pair(int out, String name) {
    names.put(out, name + " out");
    names.put(out + 1, name + " in");
  }

  private void add(int request, long now, String where, String what, Origin origin) {
    if (hops.size() < MOST) {
      int depth = world.requests.traced[request] - 1;
      hops.add(new SimulationResult.Hop(now, depth, where, what, origin));
    }
  }

  List<SimulationResult.Hop> hops() {
    return hops;
  }
}
