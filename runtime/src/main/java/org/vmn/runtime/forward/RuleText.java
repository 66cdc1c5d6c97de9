package org.vmn.runtime.forward;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;

/** Rules in the words of the source. */
public final class RuleText {
  private RuleText() {}

  public static String of(Policy.Rule rule) {
    return of(rule.action(), rule.from(), rule.to(), rule.traffic());
  }

  public static String of(Firewall.Rule rule) {
    return of(rule.action(), rule.from(), rule.to(), rule.traffic());
  }

  private static String of(
      Policy.Action action, Endpoints from, Endpoints to, @Nullable Traffic traffic) {
    return action.name().toLowerCase(Locale.ROOT)
        + " "
        + from.text()
        + " -> "
        + to.text()
        + (traffic == null ? "" : " : " + traffic.text());
  }
}
