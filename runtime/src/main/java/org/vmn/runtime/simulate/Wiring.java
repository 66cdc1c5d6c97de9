package org.vmn.runtime.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;

/**
 * The physical wires between uplinks, and the shortest ways over those that work. Of ways equally
 * short each pair of hosts takes one, chosen by a hash, as switches do. A network without wires has
 * one ideal fabric.
 */
final class Wiring {
  private static final int[] NOTHING = {};

  private final Carriers carriers;
  private final Links links;
  private final List<Link> wires;
  private final int[] numbers;
  private final Map<Object, Integer> nodes = new HashMap<>();

  /** By node: wires that end there, times two, plus one where it is the second end. */
  private final List<List<Integer>> ends = new ArrayList<>();

  private final Set<String> cut = new HashSet<>();
  private final Set<Ref> dead = new HashSet<>();
  private final Map<Integer, int[]> distances = new HashMap<>();

  Wiring(Network network, Carriers carriers, Links links) {
    this.carriers = carriers;
    this.links = links;
    wires = network.links();
    numbers = new int[wires.size()];
    for (int i = 0; i < wires.size(); i++) {
      Link wire = wires.get(i);
      numbers[i] = links.add(wire.bitsPerSecond(), wire.latencyNanos(), wire.loss());
      links.add(wire.bitsPerSecond(), wire.latencyNanos(), wire.loss());
      ends.get(node(wire.a())).add(2 * i);
      ends.get(node(wire.b())).add(2 * i + 1);
    }
  }

  private int node(Link.End end) {
    Object key =
        switch (end) {
          case Link.Port port -> carriers.link(port.uplink());
          case Link.Device device -> device.device();
        };
    return nodes.computeIfAbsent(
        key,
        k -> {
          ends.add(new ArrayList<>());
          return ends.size() - 1;
        });
  }

  List<Link> wires() {
    return wires;
  }

  /** The link from a wire's first end; the one from its second comes after. */
  int link(int wire) {
    return numbers[wire];
  }

  int wire(String name) {
    for (int i = 0; i < wires.size(); i++) {
      if (wires.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the network has no link `" + name + "`");
  }

  void set(String wire, boolean works) {
    change(cut, wire, works);
  }

  void set(Ref device, boolean works) {
    change(dead, device, works);
  }

  private <T> void change(Set<T> broken, T what, boolean works) {
    if (works) {
      broken.remove(what);
    } else {
      broken.add(what);
    }
    distances.clear();
    for (int i = 0; i < wires.size(); i++) {
      boolean down = isCut(i);
      links.setDown(numbers[i], down);
      links.setDown(numbers[i] + 1, down);
    }
  }

  private boolean isCut(int wire) {
    Link link = wires.get(wire);
    return cut.contains(link.name()) || isDead(link.a()) || isDead(link.b());
  }

  private boolean isDead(Link.End end) {
    return end instanceof Link.Device device && dead.contains(device.device());
  }

  /**
   * The links between two uplinks, without themselves; null when no way is left.
   *
   * @param from the link out of the first
   * @param to the link out of the second
   */
  int @Nullable [] between(int from, int to) {
    if (wires.isEmpty()) {
      return NOTHING;
    }
    Integer start = nodes.get(from);
    Integer end = nodes.get(to);
    if (start == null || end == null) {
      return null;
    }
    int[] distance = distances.computeIfAbsent(end, this::distances);
    if (distance[start] < 0) {
      return null;
    }
    int[] way = new int[distance[start]];
    int node = start;
    for (int i = 0; i < way.length; i++) {
      List<Integer> closer = new ArrayList<>();
      for (int side : ends.get(node)) {
        if (!isCut(side >> 1) && distance[other(side)] == distance[node] - 1) {
          closer.add(side);
        }
      }
      long hash = Randomness.mix((long) from << 32 | to) >>> 1;
      int side = closer.get((int) (hash % closer.size()));
      way[i] = numbers[side >> 1] + (side & 1);
      node = other(side);
    }
    return way;
  }

  private int other(int side) {
    Link wire = wires.get(side >> 1);
    return node((side & 1) == 0 ? wire.b() : wire.a());
  }

  private int[] distances(int to) {
    int[] distance = new int[ends.size()];
    Arrays.fill(distance, -1);
    distance[to] = 0;
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(to));
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int side : ends.get(node)) {
        int next = other(side);
        if (!isCut(side >> 1) && distance[next] < 0) {
          distance[next] = distance[node] + 1;
          queue.add(next);
        }
      }
    }
    return distance;
  }
}
