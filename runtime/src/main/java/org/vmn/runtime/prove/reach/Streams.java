package org.vmn.runtime.prove.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.ways.Destination;
import org.vmn.runtime.prove.ways.Effect;
import org.vmn.runtime.prove.ways.Gate;
import org.vmn.runtime.prove.ways.Way;

/**
 * The sources of some effects, put together by the rule lists that are left to ask. Lists that
 * don't look at the traffic towards the destination are asked once; so sources behind different
 * routers, whose own lists don't, are one stream that only the destination's list divides.
 */
final class Streams {
  private final Gates gates;
  private final Destination to;
  private final Map<List<Gate>, Bits> sources = new LinkedHashMap<>();

  private Streams(Gates gates, Destination to) {
    this.gates = gates;
    this.to = to;
  }

  /** Sources of which a first packet arrives on some way. */
  static Streams arriving(List<Effect> effects, Gates gates, Destination to, int point) {
    return some(effects, Way::arrives, gates, to, point);
  }

  /** Sources of which a connection completes on some way. */
  static Streams connecting(List<Effect> effects, Gates gates, Destination to, int point) {
    return some(effects, Way::completes, gates, to, point);
  }

  private static Streams some(
      List<Effect> effects, Predicate<Way> wanted, Gates gates, Destination to, int point) {
    Streams streams = new Streams(gates, to);
    for (Effect effect : effects) {
      for (Way way : effect.ways()) {
        if (wanted.test(way)) {
          streams.add(effect.sources(), way.gates(), point);
        }
      }
    }
    return streams;
  }

  /** Sources whose connections complete on every way through their usual exit. */
  static Streams completing(List<Effect> effects, Gates gates, Destination to, int point) {
    Streams streams = new Streams(gates, to);
    for (Effect effect : effects) {
      if (effect.isUsual() && effect.ways().stream().allMatch(Way::completes)) {
        Set<Gate> all = new LinkedHashSet<>();
        effect.ways().forEach(way -> all.addAll(way.gates()));
        streams.add(effect.sources(), all, point);
      }
    }
    return streams;
  }

  private void add(Bits from, Iterable<Gate> asked, int point) {
    Bits left = from;
    List<Gate> varying = new ArrayList<>();
    for (Gate gate : asked) {
      if (gates.cuts(gate, to).length > 1) {
        varying.add(gate);
      } else {
        left = gates.pass(left, gate, to, point);
      }
    }
    if (!left.isEmpty()) {
      sources.merge(varying, left, Bits::or);
    }
  }

  /** The sources that the lists let through with the traffic at a point. */
  Bits pass(int point) {
    Bits all = Bits.NONE;
    for (Map.Entry<List<Gate>, Bits> stream : sources.entrySet()) {
      Bits left = stream.getValue();
      for (Gate gate : stream.getKey()) {
        left = gates.pass(left, gate, to, point);
      }
      all = all.or(left);
    }
    return all;
  }
}
