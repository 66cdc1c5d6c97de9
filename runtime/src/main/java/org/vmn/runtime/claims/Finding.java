package org.vmn.runtime.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Element;

/**
 * What was found out about a claim.
 *
 * @param walk the connection that shows it, for FAILS; null where none does
 * @param reason in words, empty for HOLDS
 * @param failed what is down where the claim fails, as few as possible; empty where nothing need be
 */
public record Finding(Kind kind, @Nullable Walk walk, String reason, List<Element> failed) {

  /** UNKNOWN is never a pass. */
  public enum Kind {
    HOLDS,
    FAILS,
    UNKNOWN
  }

  static final Finding HOLDS = new Finding(Kind.HOLDS, null, "", List.of());

  public Finding {
    failed = List.copyOf(failed);
  }

  static Finding fails(@Nullable Walk walk, String reason) {
    return new Finding(Kind.FAILS, walk, reason, List.of());
  }

  static Finding unknown(String reason) {
    return new Finding(Kind.UNKNOWN, null, reason, List.of());
  }

  Finding when(List<Element> down, String words) {
    String because = reason.isEmpty() ? words : words + ": " + reason;
    return new Finding(kind, walk, because, down);
  }

  public boolean holds() {
    return kind == Kind.HOLDS;
  }
}
