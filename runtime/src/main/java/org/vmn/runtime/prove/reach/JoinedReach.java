package org.vmn.runtime.prove.reach;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.ways.Destination;
import org.vmn.runtime.prove.ways.Effect;
import org.vmn.runtime.prove.ways.Effects;

/** The general case: each effect's sources, less those that a gate on its way stops. */
final class JoinedReach implements Reach {
  private final Gates gates;
  private final Effects effects;
  private final Destination to;
  private int[] cuts = {};
  private @Nullable Bits[] arrives = {};
  private @Nullable Bits[] completes = {};
  private @Nullable Streams[] arriving = {};
  private @Nullable Streams[] completing = {};

  JoinedReach(Gates gates, Effects effects, Destination to) {
    this.gates = gates;
    this.effects = effects;
    this.to = to;
  }

  /** Forgets everything: rules changed. */
  void forget() {
    cuts = new int[0];
  }

  @Override
  public int[] cuts() {
    if (cuts.length == 0) {
      cuts =
          IntStream.concat(
                  Arrays.stream(effects.cuts()),
                  effects.effects().stream()
                      .flatMap(List::stream)
                      .flatMap(effect -> effect.ways().stream())
                      .flatMap(way -> way.gates().stream())
                      .distinct()
                      .flatMapToInt(gate -> Arrays.stream(gates.cuts(gate, to))))
              .sorted()
              .distinct()
              .toArray();
      arrives = new Bits[cuts.length];
      completes = new Bits[cuts.length];
      arriving = new Streams[effects.cuts().length];
      completing = new Streams[effects.cuts().length];
    }
    return cuts;
  }

  @Override
  public Bits arrives(int interval) {
    int point = cuts()[interval];
    Bits known = arrives[interval];
    if (known == null) {
      int at = find(point);
      Streams streams = arriving[at];
      if (streams == null) {
        streams = Streams.arriving(effects.effects().get(at), gates, to, point);
        arriving[at] = streams;
      }
      known = streams.pass(point);
      arrives[interval] = known;
    }
    return known;
  }

  @Override
  public Bits connects(int interval) {
    int point = cuts()[interval];
    return Streams.connecting(at(point), gates, to, point).pass(point);
  }

  @Override
  public Bits completes(int interval) {
    int point = cuts()[interval];
    Bits known = completes[interval];
    if (known == null) {
      int at = find(point);
      Streams streams = completing[at];
      if (streams == null) {
        streams = Streams.completing(effects.effects().get(at), gates, to, point);
        completing[at] = streams;
      }
      known = streams.pass(point);
      completes[interval] = known;
    }
    return known;
  }

  private List<Effect> at(int point) {
    return effects.effects().get(find(point));
  }

  private int find(int point) {
    int at = Arrays.binarySearch(effects.cuts(), point);
    return at >= 0 ? at : -at - 2;
  }

  @Override
  public boolean isPlain() {
    return false;
  }

  @Override
  public Nearest nearest(Bits among, int interval) {
    return Nearest.of(among, at(cuts()[interval]));
  }
}
