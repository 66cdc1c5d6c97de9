package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;

/** Chains: asked where a connection is sent and where it is received, each once. */
record Chains(Space space, Catalogue catalogue, Sets sets) {

  /**
   * @param again the same stage, for what a chain took: another may take it too
   * @param onward where the rest goes
   */
  void steer(
      Spot.Adapter at,
      Memory memory,
      Headers packets,
      Function<Memory, Stage> again,
      Stage onward,
      Run run) {
    Headers left = packets;
    for (Chain chain : catalogue.network().chains()) {
      boolean asked = memory.steered().stream().anyMatch(s -> s.chain().equals(chain.name()));
      if (!asked && !serves(chain, at) && !serves(chain, memory.client())) {
        Headers matched =
            left.and(
                new Selection(chain.from(), chain.to(), chain.traffic())
                    .matches(sets, memory.header()));
        through(chain, memory, matched, again, run);
        left = left.minus(matched);
      }
    }
    run.to(onward, left);
  }

  private void through(
      Chain chain, Memory memory, Headers packets, Function<Memory, Stage> again, Run run) {
    List<Memory> ways = List.of(memory);
    for (int stage = 0; stage < chain.stages().size(); stage++) {
      List<Memory> longer = new ArrayList<>();
      for (Memory way : ways) {
        longer.addAll(through(chain, stage, way));
      }
      if (longer.isEmpty()) {
        run.lose(memory, packets);
      }
      ways = longer;
    }
    for (Memory way : ways) {
      run.to(again.apply(way), packets);
    }
  }

  private List<Memory> through(Chain chain, int stage, Memory way) {
    List<Memory> ways = new ArrayList<>();
    for (Member.Machines m : chain.stages().get(stage).instances()) {
      Machine machine = catalogue.machine(m.machine());
      for (int i = m.first(); i <= m.last(); i++) {
        if (!catalogue.serves(machine, i)) {
          continue;
        }
        ways.add(way.steered(new Memory.Steered(chain.name(), stage, machine, i)));
      }
    }
    return ways.isEmpty() && chain.failOpen()
        ? List.of(way.steered(new Memory.Steered(chain.name(), stage, null, 0)))
        : ways;
  }

  /** What a chain's own machine sends or receives isn't steered through it. */
  private static boolean serves(Chain chain, Spot spot) {
    return spot instanceof Spot.Adapter a
        && chain.stages().stream()
            .flatMap(s -> s.instances().stream())
            .anyMatch(m ->
                m.machine().equals(a.machine().name())
                    && m.first() <= a.offset()
                    && a.offset() <= m.last());
  }
}
