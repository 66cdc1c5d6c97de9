package org.vmn.dsl.diagnostics;

import java.util.Optional;
import org.eclipse.xtext.util.Strings;

/** "Did you mean": the known name nearest to a wrong one. */
public final class Suggestions {
  private static final int MOST_CANDIDATES = 10_000;

  private Suggestions() {}

  /** The nearest name, when it is near enough: a third of its letters wrong at the most. */
  public static Optional<String> nearest(String wrong, Iterable<String> known) {
    String best = "";
    int least = Math.max(1, wrong.length() / 3) + 1;
    int seen = 0;
    for (String name : known) {
      if (++seen > MOST_CANDIDATES) {
        break;
      }
      if (Math.abs(name.length() - wrong.length()) < least) {
        int distance = distance(wrong, name);
        if (distance < least) {
          least = distance;
          best = name;
        }
      }
    }
    return Strings.isEmpty(best) ? Optional.empty() : Optional.of(best);
  }

  /** Levenshtein's distance, with a swap of neighbours counted once. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
