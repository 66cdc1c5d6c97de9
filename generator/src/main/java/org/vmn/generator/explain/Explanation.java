package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.prove.Verdict;

/** Explains a whole network: the way into this package. */
public final class Explanation {
  private Explanation() {}

  /**
   * @param root the model that the network was elaborated from; null when it was read from a
   *     simulator configuration
   * @param verdicts on its assertions; empty when they weren't proved
   * @param prove whether to prove who can talk to whom
   * @param shown a source line as the user can open it, such as {@code lab/shop.vmn:14}
   */
  public static List<Section> of(
      Network network,
      @Nullable Model root,
      List<Verdict> verdicts,
      boolean prove,
      Function<Origin, String> shown) {
    Stated stated = new Stated(root);
    List<Section> sections = new ArrayList<>();
    sections.add(head(network, stated));
    sections.addAll(Hardware.sections(network, stated));
    sections.addAll(Networks.sections(network, stated, shown));
    sections.addAll(Machines.sections(network, stated));
    sections.addAll(Particulars.sections(network, stated));
    sections.addAll(Promises.sections(network));
    sections.addAll(Steering.sections(network, shown));
    sections.addAll(Talk.rules(network, shown));
    List<Section> proved = prove ? Connections.sections(network, shown) : List.of();
    sections.addAll(proved.isEmpty() ? Talk.machines(network) : proved);
    sections.addAll(Claims.sections(network, verdicts, shown));
    return sections.stream().filter(s -> !s.lines().isEmpty()).toList();
  }

  private static Section head(Network network, Stated stated) {
    int machines = network.machines().stream().mapToInt(Machine::count).sum();
    int hosts = network.hosts().stream().mapToInt(h -> h.replicas().count()).sum();
    String counts =
        Figures.of(machines, "machine")
            + " on "
            + Figures.of(hosts, "host")
            + ", "
            + Figures.of(network.segments().size(), "segment");
    List<String> lines = new ArrayList<>();
    lines.add(
        "network "
            + network.name()
            + ": "
            + counts
            + ", seed "
            + stated.mark(network.seed(), stated.seed()));
    lines.add(
        stated.isKnown()
            ? "A * marks what no source says: a default, or what was computed or allocated."
            : "Read from a simulator configuration, which doesn't tell what was a default.");
    return new Section("", lines);
  }
}
