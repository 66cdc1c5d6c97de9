package org.vmn.generator.analyze;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Router;

/** Targets of a balancer on segments that no router joins with the balancer's own. */
final class UnreachableTargets implements Pass {
  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    Map<String, String> islands = islands(forwarding.network());
    for (Balancer balancer : forwarding.network().balancers()) {
      String home = find(islands, balancer.segment());
      for (Member.Machines target : balancer.targets()) {
        Machine machine = forwarding.sets().machine(target.machine());
        if (machine.nics().stream().noneMatch(n -> find(islands, n.segment()).equals(home))) {
          out.accept(
              Problem.of(
                      Code.UNREACHABLE_TARGET,
                      balancer.origin(),
                      "no router joins `"
                          + balancer.segment()
                          + "`, where `"
                          + balancer.name()
                          + "` is, with a segment of its target `"
                          + machine.name()
                          + "`")
                  .label(machine.origin(), "`" + machine.name() + "` is declared here")
                  .help("add both segments to the `ports` of a router"));
        }
      }
    }
  }

  /** Segments that routers join have the same root: union and find. */
  private static Map<String, String> islands(Network network) {
    Map<String, String> parents = new HashMap<>();
    for (Router router : network.routers()) {
      for (Router.Port port : router.ports()) {
        String root = find(parents, router.ports().get(0).segment());
        parents.put(find(parents, port.segment()), root);
      }
    }
    return parents;
  }

  private static String find(Map<String, String> parents, String segment) {
    String at = segment;
    String up = parents.getOrDefault(at, at);
    while (!up.equals(at)) {
      at = up;
      up = parents.getOrDefault(at, at);
    }
    return at;
  }
}
