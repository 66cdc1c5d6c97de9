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
  private volatile @Nullable Index index;

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
    Index by = index();
    int first =
        by.selections()
            .first(packet.destination(), i -> by.all().get(i).selection().matchesFor(packet));
    return first < 0 ? null : by.all().get(first).rule();
  }

  private Index index() {
    Index made = index;
    if (made == null) {
      List<Selected> all =
          lines.stream()
              .flatMap(l -> l.selections().stream().map(s -> new Selected(l.rule(), s)))
              .toList();
      made = new Index(all, new ByDestination(all.stream().map(s -> s.selection().to()).toList()));
      index = made;
    }
    return made;
  }

  private record Selected(Firewall.Rule rule, Selection selection) {}

  private record Index(List<Selected> all, ByDestination selections) {}
}
