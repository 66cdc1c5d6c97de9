package org.vmn.runtime.forward;

import java.util.Locale;
import org.vmn.runtime.network.Policy;

/** Rules in the words of the source. */
public final class RuleText {
  private RuleText() {}

  public static String of(Policy.Rule rule) {
    String traffic = rule.traffic() == null ? "" : " : " + rule.traffic().text();
    return rule.action().name().toLowerCase(Locale.ROOT)
        + " "
        + rule.from().text()
        + " -> "
        + rule.to().text()
        + traffic;
  }
}
