package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.claims.Claims;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;
import org.vmn.runtime.review.Remedy.Effect;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * Tries changes of rules on all assertions. Each trial goes on from the one before, so that only
 * what the two changes touch is proved again.
 */
final class Trial {
  private static final long MOST_WALKS = 200_000;

  private final List<Verdict> now;
  private Prover prover;

  /**
   * @param prover of the network as it is; not to be asked by anybody else any more
   */
  Trial(Network network, Prover prover) {
    this.prover = prover;
    now = prover.proveAll(network.assertions());
  }

  /**
   * What a change does.
   *
   * @param what the change in words
   * @param refuted what it is for
   * @return {@link Remedy#NONE} when the connection that was shown would be the same
   */
  Remedy of(String what, Network edited, Verdict refuted, Packet shown, Claim.Mode wanted) {
    prover = Prover.after(prover, edited, new Bounds(MOST_WALKS, 0));
    List<Verdict> then = prover.proveAll(edited.assertions());
    List<Assertion> broken = new ArrayList<>();
    List<Assertion> mended = new ArrayList<>();
    Effect effect = Effect.ONE;
    for (int i = 0; i < now.size(); i++) {
      Assertion assertion = now.get(i).assertion();
      Outcome was = now.get(i).outcome();
      Outcome is = then.get(i).outcome();
      if (assertion.equals(refuted.assertion())) {
        effect =
            switch (is) {
              case PROVED -> Effect.HOLDS;
              case REFUTED -> Effect.ONE_OF_MORE;
              case UNDECIDED -> Effect.ONE;
            };
      } else if (was == Outcome.PROVED && is == Outcome.REFUTED) {
        broken.add(assertion);
      } else if (was == Outcome.REFUTED && is == Outcome.PROVED) {
        mended.add(assertion);
      }
    }
    return effect == Effect.HOLDS || mends(edited, refuted, shown, wanted)
        ? new Remedy(what, edited, effect, broken, mended)
        : Remedy.NONE;
  }

  private static boolean mends(Network edited, Verdict refuted, Packet shown, Claim.Mode wanted) {
    Forwarding tables = Forwarding.of(edited);
    Forwarding then = refuted.failed().isEmpty() ? tables : tables.without(refuted.failed());
    Claim same = new Claim.Reach(wanted, one(shown.source()), one(shown.destination()), on(shown));
    return Claims.about(then).decide(same, new Effort(MOST_WALKS, 0, () -> false)).holds();
  }

  private static Endpoints one(Ip address) {
    return new Endpoints(
        address.toString(), List.of(new Member.Literal(IpSet.of(address))), List.of());
  }

  private static Traffic on(Packet packet) {
    int port = packet.protocol().hasPorts() ? packet.destinationPort() : 0;
    int last = packet.protocol().hasPorts() ? port : 65535;
    return new Traffic("", List.of(new Traffic.Match(packet.protocol(), port, last)));
  }
}
