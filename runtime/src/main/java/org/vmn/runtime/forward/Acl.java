package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Firewall;

/**
 * A firewall's list as a predicate on the first packets of connections: the first line that matches
 * decides. Stateful: what it let pass once, it lets pass back.
 */
public final class Acl {
  private final Firewall firewall;
  private final List<Line> lines;

  Acl(Firewall firewall, EndpointSets sets) {
    this.firewall = firewall;
    List<Line> all = new ArrayList<>();
    for (Firewall.Rule rule : firewall.rules()) {
      all.add(new Line(rule, Selection.of(rule.from(), rule.to(), rule.traffic(), sets)));
    }
    lines = List.copyOf(all);
  }

  /** A rule, which matches when one of its selections does. */
  public record Line(Firewall.Rule rule, List<Selection> selections) {
    public Line {
      selections = List.copyOf(selections);
    }

    boolean matches(Packet packet) {
      return selections.stream().anyMatch(s -> s.matches(packet));
    }
  }

  public Firewall firewall() {
    return firewall;
  }

  /** In order: the first that matches decides. */
  public List<Line> lines() {
    return lines;
  }

  /** The rule that decides, or null for the list's default. */
  public Firewall.@Nullable Rule decide(Packet packet) {
    for (Line line : lines) {
      if (line.matches(packet)) {
        return line.rule();
      }
    }
    return null;
  }
}
