package org.vmn.generator.emit.ovs.flow;

import java.util.List;
import org.vmn.runtime.network.Origin;

/** Writes flows as the text that ovs-ofctl reads, in the order in which they come. */
public final class FlowSink {
  private final List<String> sources;
  private final StringBuilder text = new StringBuilder();
  private int count;

  public FlowSink(List<String> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * What the flows that follow are about; {@code words} is of our own making or has passed as a
   * name.
   */
  public void about(String words) {
    text.append("\n# ").append(words.replaceAll("[^ -~]", "?")).append('\n');
  }

  /** Begins a table. */
  public void table(Table table) {
    about(
        "---- "
            + table.number()
            + " "
            + table.name().toLowerCase(java.util.Locale.ROOT)
            + ": "
            + table.purpose());
  }

  public void add(Table table, int priority, Origin origin, Match match, Actions actions) {
    if (actions.needIp() && !match.isIp()) {
      // ovs-ofctl refuses it, in words that name neither.
      throw new IllegalArgumentException(
          "actions on IP packets for packets that need not be: " + match);
    }
    text.append(new Flow(table, priority, cookie(origin), match, actions)).append('\n');
    count++;
  }

  public Cookie cookie(Origin origin) {
    return Cookie.of(origin, sources);
  }

  /** Whether no flow was added. */
  public boolean isEmpty() {
    return count == 0;
  }

  public int count() {
    return count;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
