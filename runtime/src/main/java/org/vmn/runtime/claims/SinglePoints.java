package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;

/** The elements whose loss alone breaks a claim that holds while everything is up. */
public final class SinglePoints {
  private SinglePoints() {}

  /**
   * One finding for each of them, which names it and shows a connection that fails; of elements
   * that are alike the first. Empty when the claim fails with nothing down.
   */
  public static List<Finding> of(Forwarding tables, Claim claim, Effort effort) {
    Failures failures = new Failures(tables, effort);
    List<Finding> found = new ArrayList<>();
    if (failures.decide(claim, List.of()).holds()) {
      Claim.UnderFailures one = new Claim.UnderFailures(1, List.of(Claim.Kind.values()), claim);
      for (Element element : new Symmetry(tables, one).candidates(List.of())) {
        Finding finding = failures.decide(claim, List.of(element));
        if (finding.kind() == Finding.Kind.FAILS) {
          found.add(finding.when(List.of(element), Elements.down(List.of(element))));
        }
      }
    }
    return found;
  }
}
