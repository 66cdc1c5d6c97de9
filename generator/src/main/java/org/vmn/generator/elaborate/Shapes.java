package org.vmn.generator.elaborate;

import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Shape;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.UplinkRef;

/**
 * Wires fabrics that follow a shape. The switches that the source names are the tiers, outermost
 * last; where it names none they are made, called after the fabric.
 */
final class Shapes {
  /** What a leaf takes, where the source doesn't say how many there are. */
  private static final int PORTS_OF_LEAF = 24;

  private static final int LEAST_LEAVES = 2;

  private final Context context;
  private final Wires wires;
  private final Wires.Quality quality;
  private final Origin origin;
  private boolean open = true;

  Shapes(Context context, Wires wires, Wires.Quality quality, Origin origin) {
    this.context = context;
    this.wires = wires;
    this.quality = quality;
    this.origin = origin;
  }

  /**
   * @param ports for each set of uplinks that the source names, its members
   * @return the switches of the fabric, tier by tier
   */
  List<FabricSwitch> wire(
      String name, Shape shape, List<FabricSwitch> named, List<List<UplinkRef>> ports) {
    int all = ports.stream().mapToInt(List::size).sum();
    List<FabricSwitch> tiers =
        named.isEmpty() ? usual(name, shape, Math.max(1, all)) : List.copyOf(named);
    int expected = expected(shape);
    if (tiers.size() != expected) {
      wrong(
          "a " + word(shape) + " has " + expected + (expected == 1 ? " tier" : " tiers"),
          "name " + tierNames(shape) + ", or none and let VMN choose");
      return tiers;
    }
    FabricSwitch last = tiers.get(tiers.size() - 1);
    boolean right =
        switch (shape) {
          case STAR -> star(last);
          case RING, BUS, MESH -> flat(shape, last);
          case LEAF_SPINE -> joined(tiers.get(0), last);
          case FAT_TREE -> fatTree(tiers, all);
        };
    if (right) {
      plug(ports, last);
    }
    return tiers;
  }

  private static List<FabricSwitch> usual(String name, Shape shape, int ports) {
    return switch (shape) {
      case STAR -> List.of(new FabricSwitch(name, Replicas.ONE, Origin.NONE));
      case RING, BUS, MESH -> List.of(made(name, ports));
      case LEAF_SPINE ->
          List.of(
              made(name + "-spine", 2),
              made(
                  name + "-leaf",
                  Math.max(LEAST_LEAVES, (ports + PORTS_OF_LEAF - 1) / PORTS_OF_LEAF)));
      case FAT_TREE -> {
        int half = 1;
        while (2L * half * half * half < ports) {
          half++;
        }
        yield List.of(
            made(name + "-core", half * half),
            made(name + "-aggregation", 2 * half * half),
            made(name + "-edge", 2 * half * half));
      }
    };
  }

  private static FabricSwitch made(String name, int count) {
    return new FabricSwitch(name, new Replicas(count, true), Origin.NONE);
  }

  private static int expected(Shape shape) {
    return switch (shape) {
      case STAR, RING, BUS, MESH -> 1;
      case LEAF_SPINE -> 2;
      case FAT_TREE -> 3;
    };
  }

  private static String tierNames(Shape shape) {
    return switch (shape) {
      case STAR -> "one switch";
      case RING, BUS, MESH -> "one switch with a count";
      case LEAF_SPINE -> "the spines and then the leaves";
      case FAT_TREE -> "core, aggregation and edge";
    };
  }

  private boolean star(FabricSwitch centre) {
    if (centre.replicas().count() > 1) {
      wrong(
          "a star has one switch, and `" + centre.name() + "` are several", "leave the count out");
      return false;
    }
    return true;
  }

  private boolean flat(Shape shape, FabricSwitch tier) {
    int count = tier.replicas().count();
    for (int i = 0; i < count && open; i++) {
      if (shape == Shape.MESH) {
        for (int j = i + 1; j < count && open; j++) {
          lay(tier, i, tier, j);
        }
      } else if (i + 1 < count) {
        lay(tier, i, tier, i + 1);
      } else if (shape == Shape.RING && count > 2) {
        lay(tier, i, tier, 0);
      }
    }
    return open;
  }

  private boolean joined(FabricSwitch upper, FabricSwitch lower) {
    for (int i = 0; i < lower.replicas().count() && open; i++) {
      for (int j = 0; j < upper.replicas().count() && open; j++) {
        lay(lower, i, upper, j);
      }
    }
    return open;
  }

  /**
   * With switches of 2h ports: 2h pods of h edge and h aggregation switches, h² core switches
   * (Al-Fares, Loukissas and Vahdat, "A scalable, commodity data center network architecture",
   * 2008).
   */
  private boolean fatTree(List<FabricSwitch> tiers, int ports) {
    FabricSwitch core = tiers.get(0);
    FabricSwitch aggregation = tiers.get(1);
    FabricSwitch edge = tiers.get(2);
    int half = (int) Math.round(Math.sqrt(core.replicas().count()));
    long each = 2L * half * half;
    boolean fits =
        (long) half * half == core.replicas().count()
            && aggregation.replicas().count() == each
            && edge.replicas().count() == each;
    if (!fits) {
      wrong(
          "a fat tree has n² core switches, and 2n² aggregation and edge switches each",
          "write for instance 4, 8 and 8");
      return false;
    }
    if (ports > each * half) {
      wrong(
          "this fat tree takes " + each * half + " uplinks, and " + ports + " are plugged into it",
          "take the next size: " + (half + 1) * (half + 1) + " core switches");
      return false;
    }
    for (int i = 0; i < each && open; i++) {
      int pod = i / half;
      for (int j = 0; j < half && open; j++) {
        lay(edge, i, aggregation, pod * half + j);
        lay(aggregation, i, core, i % half * half + j);
      }
    }
    return open;
  }

  /** Each set is dealt out in turn, beginning one switch further than the set before it. */
  private void plug(List<List<UplinkRef>> ports, FabricSwitch tier) {
    int count = tier.replicas().count();
    for (int set = 0; set < ports.size(); set++) {
      List<UplinkRef> members = ports.get(set);
      for (int i = 0; i < members.size() && open; i++) {
        open =
            wires.lay(
                new Link.Port(members.get(i)), device(tier, (set + i) % count), quality, origin);
      }
    }
  }

  private void lay(FabricSwitch a, int i, FabricSwitch b, int j) {
    open = open && wires.lay(device(a, i), device(b, j), quality, origin);
  }

  private static Link.End device(FabricSwitch tier, int offset) {
    return new Link.Device(tier.replicas().ref(tier.name(), offset));
  }

  private void wrong(String message, String way) {
    context.report(Problem.of(Code.BAD_SHAPE, origin, message).help(way));
  }

  private static String word(Shape shape) {
    return shape.getLiteral();
  }
}
