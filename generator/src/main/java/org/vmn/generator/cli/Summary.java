package org.vmn.generator.cli;

import java.util.List;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict;

/** Counts in words. */
final class Summary {
  private Summary() {}

  static String proved(List<Verdict> verdicts) {
    return verdicts.isEmpty() ? "" : ", " + count(verdicts.size(), "assertion") + " proved";
  }

  static String network(Network network) {
    int machines = network.machines().stream().mapToInt(Machine::count).sum();
    int hosts = network.hosts().stream().mapToInt(h -> h.replicas().count()).sum();
    return count(machines, "machine")
        + " on "
        + count(hosts, "host")
        + ", "
        + count(network.segments().size(), "segment");
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
