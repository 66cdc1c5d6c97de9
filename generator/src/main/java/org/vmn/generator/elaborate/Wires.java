package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.layout.Hashes;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Origin;

/** The wires of a network as they are laid, each with a name of its own. */
final class Wires {
  /** Past it, nobody wires by hand, and a product of two sets was meant otherwise. */
  static final int MOST = 100_000;

  private static final int LONGEST_NAME = 100;
  private static final int HASH = 10;

  private final Context context;
  private final List<Link> links = new ArrayList<>();
  private boolean told;
  private final Set<String> names = new HashSet<>();
  private final Map<Link.End, Origin> plugged = new HashMap<>();
  private final Map<Pair, List<String>> between = new HashMap<>();

  private record Pair(Link.End a, Link.End b) {}

  /** What a wire is like: bits a second, nanoseconds, fraction. */
  record Quality(long speed, long latency, double loss) {}

  Wires(Context context) {
    this.context = context;
  }

  List<Link> links() {
    return links;
  }

  /** The names of the wires between two ends, in whatever direction they were laid. */
  List<String> between(Link.End a, Link.End b) {
    List<String> found = new ArrayList<>(between.getOrDefault(new Pair(a, b), List.of()));
    found.addAll(between.getOrDefault(new Pair(b, a), List.of()));
    return found;
  }

  /**
   * Lays one wire.
   *
   * @return whether there may be more
   */
  boolean lay(Link.End a, Link.End b, Quality quality, Origin origin) {
    if (links.size() == MOST) {
      if (!told) {
        context.report(
            Code.OUT_OF_RANGE, origin, "with this there are more than " + MOST + " links");
      }
      told = true;
      return false;
    }
    if (!plug(a, origin) || !plug(b, origin)) {
      return false;
    }
    String name = name(a, b);
    between.computeIfAbsent(new Pair(a, b), p -> new ArrayList<>(1)).add(name);
    links.add(new Link(name, a, b, quality.speed(), quality.latency(), quality.loss(), origin));
    return true;
  }

  /** A port takes one wire, a switch any number. */
  private boolean plug(Link.End end, Origin origin) {
    Origin before = end instanceof Link.Port ? plugged.putIfAbsent(end, origin) : null;
    if (before == null) {
      return true;
    }
    context.report(
        Problem.of(Code.PORT_TAKEN, origin, "`" + text(end) + "` already has a wire, and takes one")
            .label(before, "plugged in here"));
    return false;
  }

  private String name(Link.End a, Link.End b) {
    String whole = part(a) + "--" + part(b);
    String name =
        whole.length() <= LONGEST_NAME
            ? whole
            : whole.substring(0, LONGEST_NAME - HASH - 1) + "-" + Hashes.base32(whole, HASH);
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }

  private static String part(Link.End end) {
    return text(end).replace("[", "-").replace("]", "").replace('.', '-');
  }

  static String text(Link.End end) {
    return switch (end) {
      case Link.Port port -> port.uplink().toString();
      case Link.Device device -> device.device().toString();
    };
  }
}
