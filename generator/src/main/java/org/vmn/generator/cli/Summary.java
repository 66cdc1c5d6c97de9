package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict;

/** Counts in words. */
final class Summary {
  private Summary() {}

  /** {@code no problems, 4 assertions proved} or {@code 1 error, 5 of 6 assertions proved}. */
  static String found(List<Problem> problems, List<Verdict> verdicts) {
    List<String> words = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long found = problems.stream().filter(p -> p.severity() == severity).count();
      if (found > 0) {
        words.add(count(found, severity == Severity.INFO ? "remark" : severity.word()));
      }
    }
    return (words.isEmpty() ? "no problems" : String.join(", ", words)) + proved(verdicts);
  }

  static String proved(List<Verdict> verdicts) {
    long proved = verdicts.stream().filter(v -> v.outcome() == Verdict.Outcome.PROVED).count();
    String all = count(verdicts.size(), "assertion") + " proved";
    return verdicts.isEmpty() ? "" : ", " + (proved < verdicts.size() ? proved + " of " : "") + all;
  }

  /** {@code 5 of 6 assertions proved}. */
  static String of(List<Verdict> verdicts) {
    long proved = verdicts.stream().filter(v -> v.outcome() == Verdict.Outcome.PROVED).count();
    return proved + " of " + count(verdicts.size(), "assertion") + " proved";
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
