package org.vmn.tests.oracle;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;

/** Both engines and the walk about one network. */
final class Comparison {
  private static final int WALKS = 25;
  private static final Comparator<Element> BY_NAME = Comparator.comparing(Element::toString);

  private final Network network;
  private final Judge judge;
  private final Samples samples;
  private final Prover prover;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

  Comparison(Network network) {
    this.network = network;
    judge = new Judge(network);
    samples = new Samples(judge.space(), new Random(0));
    prover = Prover.of(Forwarding.of(network));
  }

  /** The first thing that they don't agree about, or null. */
  @Nullable String disagreement() {
    for (Set<Element> down : downs()) {
      List<String> walks = new Walking(network, down, 1).differences(WALKS);
      if (!walks.isEmpty()) {
        return down + " down: " + walks.get(0);
      }
    }
    for (Assertion assertion : network.assertions()) {
      String about = about(assertion);
      if (about != null) {
        return about;
      }
    }
    return null;
  }

  /** Nothing; and where there are several hosts, one of them, and two. */
  private List<Set<Element>> downs() {
    List<Element> hosts =
        Failures.elements(network, List.of(Claim.Kind.HOST)).stream().sorted(BY_NAME).toList();
    return hosts.size() == 1
        ? List.of(Set.of())
        : List.of(Set.of(), Set.of(hosts.get(0)), Set.copyOf(hosts.subList(1, hosts.size())));
  }

  /** How many assertions had which outcome so far. */
  Map<Outcome, Integer> outcomes() {
    return outcomes;
  }

  private @Nullable String about(Assertion assertion) {
    Verdict verdict = prover.prove(assertion);
    outcomes.merge(verdict.outcome(), 1, Integer::sum);
    Boolean holds = judge.decides(assertion);
    if (verdict.outcome() == Outcome.UNDECIDED || holds == null) {
      return null;
    }
    Walk walk = verdict.counterexample();
    if (holds != (verdict.outcome() == Outcome.PROVED)) {
      return "%s: the second engine says %s, but %s %s %s"
          .formatted(
              assertion.text(),
              holds,
              verdict.outcome(),
              verdict.reason(),
              walk == null ? "" : walk.packet() + " from " + walk.start() + " " + walk.deciding());
    }
    boolean shown =
        walk == null || !(assertion.claim() instanceof Claim.Reach reach) || shows(reach, walk);
    return shown ? null : assertion.text() + ": not shown by " + walk;
  }

  /** Whether a counter-example is one: a connection that is meant, and fails or arrives. */
  private boolean shows(Claim.Reach claim, Walk walk) {
    boolean fails = claim.mode() != Claim.Mode.CANNOT_REACH && !walk.completes();
    boolean leaks = claim.mode() != Claim.Mode.REACHES && walk.arrives();
    return fails && concerns(claim, walk, false)
        || leaks && concerns(claim, walk, claim.mode() == Claim.Mode.REACHES_ONLY);
  }

  private boolean concerns(Claim.Reach claim, Walk walk, boolean others) {
    return judge
        .reaching()
        .concerns(claim, spot(walk.start()), samples.bits(walk.packet()), others);
  }

  private static Spot spot(Place place) {
    return switch (place) {
      case Place.Adapter a -> new Spot.Adapter(a.machine(), a.offset(), a.nic());
      case Place.Outside o -> new Spot.Outside(o.external());
    };
  }
}
