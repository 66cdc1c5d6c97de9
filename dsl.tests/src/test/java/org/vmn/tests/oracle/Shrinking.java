package org.vmn.tests.oracle;

import java.util.Objects;
import java.util.function.Predicate;
import org.vmn.runtime.config.Verifier;
import org.vmn.runtime.network.Network;

/** Makes a network that shows something smaller, for as long as it still shows it. */
final class Shrinking {
  private Shrinking() {}

  static Network smallest(Network network, Predicate<Network> shows) {
    Network smallest = network;
    for (boolean smaller = true; smaller; ) {
      smaller = false;
      for (Network candidate : Variants.smaller(smallest)) {
        if (Verifier.problems(candidate).isEmpty() && shows.test(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  /** What the engines don't agree about, on the smallest network that shows it. */
  static String explained(Network network) {
    Network smallest = smallest(network, n -> new Comparison(n).disagreement() != null);
    String text =
        smallest
            .toString()
            .replaceAll(
                "(, )?(origin=\\(default\\)|origin=n.vmn:\\d+:1|\\w+=\\[\\]|\\w+=null|mac=[0-9a-f:]+)",
                "");
    return Objects.toString(new Comparison(smallest).disagreement()) + "\n" + text;
  }
}
