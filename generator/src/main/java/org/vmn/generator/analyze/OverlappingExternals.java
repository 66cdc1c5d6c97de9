package org.vmn.generator.analyze;

import java.util.List;
import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.External;

/** Externals that have the same addresses: what reaches one of them is said to reach the other. */
final class OverlappingExternals implements Pass {
  /** Past this many nothing more is said: each is compared with all others. */
  private static final int MOST = 200;

  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    List<External> all = forwarding.network().externals().stream().limit(MOST).toList();
    for (int i = 1; i < all.size(); i++) {
      External late = all.get(i);
      all.subList(0, i).stream()
          .filter(e -> !e.addresses().intersect(late.addresses()).isEmpty())
          .findFirst()
          .ifPresent(early ->
              out.accept(
                  Problem.of(
                          Code.OVERLAPPING_EXTERNALS,
                          late.origin(),
                          "`%s` and `%s` have the same addresses"
                              .formatted(early.name(), late.name()))
                      .label(early.origin(), "`" + early.name() + "` is declared here")
                      .help(
                          "say what is found behind `"
                              + late.name()
                              + "` only: `prefix 198.51.100.0/24`")));
    }
  }
}
