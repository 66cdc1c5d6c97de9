package org.vmn.generator.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who was given the same by a lock, as after a merge of two that chose apart: both took the lowest
 * that was free. Only where ranges begin is compared, since two who take from the same begin with
 * the same.
 */
public final class Rivals {
  /** As many as a person reads. */
  private static final int MOST = 20;

  /**
   * @param stays what is chosen as before
   * @param moves what can't be chosen beside it
   * @param now what is chosen instead
   */
  public record Pair(Fact stays, Fact moves, String now) {}

  private Rivals() {}

  /**
   * The first twenty, in the order of those that move.
   *
   * @param before as it was read
   * @param after what is chosen when as much of it is kept as can be
   */
  public static List<Pair> of(Lock before, Lock after) {
    List<Fact> gone = before.without(after);
    if (gone.isEmpty()) {
      return List.of();
    }
    Map<String, Fact> holders = new HashMap<>();
    for (Fact fact : before.facts()) {
      if (after.values(fact.network(), fact.kind(), fact.owner()).contains(fact.value())) {
        claims(fact).forEach(claim -> holders.put(claim, fact));
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Fact fact : gone) {
      Optional<Fact> rival = claims(fact).map(holders::get).filter(f -> f != null).findFirst();
      List<String> now = after.values(fact.network(), fact.kind(), fact.owner());
      if (rival.isPresent() && !now.isEmpty() && pairs.size() < MOST) {
        pairs.add(new Pair(rival.get(), fact, now.get(0)));
      }
    }
    return pairs;
  }

  /** What nobody else may have; also what the owner itself may have one of only. */
  private static Stream<String> claims(Fact fact) {
    String owner = fact.owner();
    String own = key(fact, "of " + owner);
    Stream<String> things =
        switch (fact.kind()) {
          case ADDRESS, UNDERLAY ->
              Values.ranges(fact.value()).stream().map(r -> r.first().toString());
          case PORT -> {
            String host = owner.substring(owner.lastIndexOf('/') + 1);
            yield Values.numbers(fact.value()).stream().map(n -> host + " " + n);
          }
          case MAC, SUBNET, VNI -> Stream.of(fact.value());
          case PLACE -> Stream.of();
        };
    return Stream.concat(things.map(thing -> key(fact, thing)), Stream.of(own));
  }

  private static String key(Fact fact, String thing) {
    return fact.network() + " " + fact.kind() + " " + thing;
  }
}
