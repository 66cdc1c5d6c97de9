package org.vmn.generator.analyze;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vmn.runtime.network.Policy.Action;
import org.vmn.runtime.network.Policy.Rule;
import org.vmn.runtime.value.IpSet;

/** Which rules of an action may have a connection in common with a region. */
final class RuleIndex {
  private final Spans sources;
  private final Spans destinations;

  RuleIndex(List<Rule> rules, List<List<Region>> regions, Action action) {
    sources = new Spans(sets(rules, regions, action, Region::from));
    destinations = new Spans(sets(rules, regions, action, Region::to));
  }

  /** The numbers of all that have, and of some that haven't: only one side is compared. */
  BitSet near(List<Region> regions) {
    BitSet found = new BitSet();
    for (Region region : regions) {
      if (sources.count(region.from()) < destinations.count(region.to())) {
        sources.overlapping(region.from(), found::set);
      } else {
        destinations.overlapping(region.to(), found::set);
      }
    }
    return found;
  }

  private static List<List<IpSet>> sets(
      List<Rule> rules, List<List<Region>> regions, Action action, Function<Region, IpSet> side) {
    return IntStream.range(0, rules.size())
        .mapToObj(i ->
            rules.get(i).action() == action
                ? regions.get(i).stream().map(side).toList()
                : List.<IpSet>of())
        .toList();
  }
}
