package org.vmn.generator.emit.ovs.flow;

/** One flow of a bridge. */
public record Flow(Table table, int priority, Cookie cookie, Match match, Actions actions) {
  /** As ovs-ofctl reads it. */
  @Override
  public String toString() {
    String text = match.toString();
    return "table=%d,priority=%d,cookie=%s%s actions=%s"
        .formatted(table.number(), priority, cookie, text.isEmpty() ? "" : "," + text, actions);
  }
}
