package org.vmn.generator.elaborate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Machine;

/**
 * Machines whose replicas would be called the same on a host: {@code web-1} and the first of {@code
 * web[2]}.
 */
final class NameCheck {
  private NameCheck() {}

  static void check(Context context, List<Machine> machines) {
    Map<String, Machine> counted = new HashMap<>();
    machines.stream().filter(m -> m.replicas().indexed()).forEach(m -> counted.put(m.name(), m));
    for (Machine machine : machines) {
      int dash = machine.name().lastIndexOf('-');
      String digits = machine.name().substring(dash + 1);
      Machine other = dash < 0 ? null : counted.get(machine.name().substring(0, dash));
      if (other == null
          || !digits.matches("[1-9][0-9]{0,6}")
          || Integer.parseInt(digits) > other.count()) {
        continue;
      }
      context.report(
          Problem.of(
                  Code.NAME_COLLISION,
                  machine.origin(),
                  "`"
                      + machine.name()
                      + "` and `"
                      + other.name()
                      + "["
                      + digits
                      + "]` would both be called `"
                      + machine.name()
                      + "` on their hosts")
              .label(other.origin(), "`" + other.name() + "` is declared here")
              .help("rename one of them"));
    }
  }
}
