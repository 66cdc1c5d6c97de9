package org.vmn.runtime.claims;

import java.util.List;
import org.vmn.runtime.network.Element;

/**
 * A smallest set of elements whose loss breaks a claim.
 *
 * @param finding the set, and a connection that fails without it
 * @param alike other sets that the network can't tell from it: each breaks the claim too
 * @param more whether there are so many that they aren't all listed
 */
public record MinimalCut(Finding finding, List<List<Element>> alike, boolean more) {
  public MinimalCut {
    alike = List.copyOf(alike);
  }

  /** The set whose connection is shown. */
  public List<Element> failed() {
    return finding.failed();
  }
}
