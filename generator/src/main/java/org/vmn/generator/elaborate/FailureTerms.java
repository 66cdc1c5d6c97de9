package org.vmn.generator.elaborate;

import java.util.List;
import org.vmn.dsl.vmn.FailureClaim;
import org.vmn.dsl.vmn.FailureKind;
import org.vmn.runtime.network.Claim;

/** {@code any 1 of host, link down => …}, as assertions and rules say it. */
public final class FailureTerms {
  private FailureTerms() {}

  /** What is said of each set of failures. */
  public static Claim under(FailureClaim failures, Claim claim) {
    List<Claim.Kind> kinds =
        failures.getKinds().stream().map(FailureTerms::kind).distinct().toList();
    return new Claim.UnderFailures(Integer.parseInt(failures.getCount()), kinds, claim);
  }

  private static Claim.Kind kind(FailureKind kind) {
    return switch (kind) {
      case HOST -> Claim.Kind.HOST;
      case LINK -> Claim.Kind.LINK;
      case VM -> Claim.Kind.MACHINE;
      case ROUTER -> Claim.Kind.ROUTER;
    };
  }
}
