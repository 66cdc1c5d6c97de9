package org.vmn.generator.analyze;

import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Router.Route;

/** Routes whose next hop is an address that nobody has. */
final class BlackHoles implements Pass {
  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    for (Router router : forwarding.network().routers()) {
      for (Route route : router.routes()) {
        if (route.external() == null && !exists(forwarding, route)) {
          out.accept(
              Problem.of(
                      Code.BLACK_HOLE,
                      route.origin(),
                      "nobody has `" + route.via() + "`: what goes that way is lost")
                  .help(
                      "give a machine on `"
                          + route.segment()
                          + "` this address, or name another next hop"));
        }
      }
    }
  }

  private static boolean exists(Forwarding forwarding, Route route) {
    return forwarding.routerAt(route.segment(), route.via()) != null
        || forwarding.owners().adapter(route.segment(), route.via()) != null
        || forwarding.owners().neighbour(route.segment(), route.via()) != null;
  }
}
