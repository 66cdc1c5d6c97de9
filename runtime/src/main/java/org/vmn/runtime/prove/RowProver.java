package org.vmn.runtime.prove;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.forward.Edit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.RowEngine.Finding;

/**
 * Decides claims by rows of bits: for each destination and each interval of traffic, the classes of
 * sources whose connections get there. Cost grows with classes and with what is asked, never with
 * replicas. Other claims, and networks in which it matters where machines are, are decided by
 * walks. Verdicts are kept, and after an edit those that it doesn't touch.
 */
final class RowProver implements Prover {
  private final Forwarding forwarding;
  private final Bounds bounds;

  /** Whether it makes no difference which host a machine is on. */
  private final boolean foldable;

  private final Meter meter;
  private Memory memory = new Memory();
  private @Nullable RowEngine engine;
  private @Nullable Prover walks;

  RowProver(Forwarding forwarding, Bounds bounds) {
    this(forwarding, bounds, new Meter());
  }

  private RowProver(Forwarding forwarding, Bounds bounds, Meter meter) {
    this.bounds = bounds;
    this.forwarding = forwarding;
    this.meter = meter;
    foldable = forwarding.outage().isEmpty() && forwarding.underlay().isIntact();
  }

  /**
   * The prover of the network after an edit: it takes over what this one knows and the edit doesn't
   * change. Asked again, this one begins anew.
   */
  RowProver after(Network edited, Bounds newBounds) {
    Edit edit = Edit.of(forwarding, edited);
    RowProver after = new RowProver(edit.after(), newBounds, meter);
    Memory known = memory;
    RowEngine before = engine;
    memory = new Memory();
    engine = null;
    if (edit.kind() == Edit.Kind.DEVICES || after.foldable != foldable) {
      return after;
    }
    boolean nothing = edit.kind() == Edit.Kind.NOTHING;
    after.engine = before == null ? null : before.edited(edit, known);
    if (after.engine != null || before == null && nothing) {
      known.follow(forwarding.network().assertions(), edited.assertions(), nothing, edit.moved());
      after.memory = known;
    }
    return after;
  }

  @Override
  public Verdict prove(Assertion assertion) {
    Verdict known = memory.verdict(assertion);
    if (known != null) {
      return known;
    }
    boolean rows = assertion.claim() instanceof Claim.Reach && foldable;
    Verdict verdict =
        rows ? byRows(assertion, (Claim.Reach) assertion.claim()) : walks().prove(assertion);
    if (verdict.outcome() != Verdict.Outcome.UNDECIDED) {
      memory.put(new Known(verdict, rows ? engine().rows((Claim.Reach) assertion.claim()) : null));
    }
    return verdict;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // A list that somebody else holds may change.
  public List<Verdict> proveAll(List<Assertion> assertions) {
    return assertions == forwarding.network().assertions()
        ? memory.answers(assertions).all(this::prove)
        : Prover.super.proveAll(assertions);
  }

  private Verdict byRows(Assertion assertion, Claim.Reach claim) {
    long begin = System.nanoTime();
    Finding finding =
        within(() -> {
          Finding found = engine().decide(claim);
          return found.isBare() ? engine().explained(claim) : found;
        });
    return new Verdict(
        assertion, finding.outcome(), finding.walk(), finding.reason(), System.nanoTime() - begin);
  }

  @Override
  public Verdict.Outcome decide(Assertion assertion) {
    return assertion.claim() instanceof Claim.Reach reach && foldable
        ? within(() -> engine().decide(reach)).outcome()
        : prove(assertion).outcome();
  }

  private Finding within(Supplier<Finding> work) {
    meter.begin(bounds);
    try {
      meter.get().spend(0);
      return work.get();
    } catch (Effort.Exhausted e) {
      return Finding.undecided(e.reason());
    }
  }

  private RowEngine engine() {
    RowEngine made = engine;
    if (made == null) {
      made = RowEngine.of(forwarding, bounds.bytes(), meter);
      engine = made;
    }
    return made;
  }

  private boolean holds(Claim.Reach claim) {
    return foldable && within(() -> engine().decide(claim)).outcome() == Verdict.Outcome.PROVED;
  }

  private Prover walks() {
    Prover made = walks;
    if (made == null) {
      made = new ClassProver(forwarding, bounds, this::holds);
      walks = made;
    }
    return made;
  }
}
