package org.vmn.runtime.prove.reach;

import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.rows.PolicyRows;
import org.vmn.runtime.prove.ways.Effects;

/**
 * A destination that no device translates towards and that all legs of a family have a way to: the
 * policy alone decides, and its rows are read as they are.
 */
final class PlainReach implements Reach {
  private final PolicyRows policy;
  private final Effects effects;
  private final int policyClass;

  PlainReach(PolicyRows policy, Effects effects, int policyClass) {
    this.policy = policy;
    this.effects = effects;
    this.policyClass = policyClass;
  }

  @Override
  public int[] cuts() {
    return policy.cuts(policyClass);
  }

  @Override
  public Bits arrives(int interval) {
    return policy.cell(policyClass, interval);
  }

  @Override
  public Bits connects(int interval) {
    return policy.cell(policyClass, interval);
  }

  @Override
  public Bits completes(int interval) {
    return policy.cell(policyClass, interval);
  }

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public Nearest nearest(Bits among, int interval) {
    return Nearest.of(among, effects.effects().get(0));
  }
}
