package org.vmn.generator.analyze;

import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Router.Route;
import org.vmn.runtime.network.Segment;

/**
 * A transit segment that carries smaller packets than the segments on both sides of it. Where the
 * narrow segment is at an end of the way, TCP's own limit says so to the other side (RFC 9293,
 * maximum segment size); in the middle nobody does, since routers here answer nothing.
 */
final class NarrowPaths implements Pass {
  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    for (Router router : forwarding.network().routers()) {
      for (Route route : router.routes()) {
        Segment transit = forwarding.segment(route.segment());
        Router next = forwarding.routerAt(route.segment(), route.via());
        Segment near = widest(forwarding, router, transit);
        Segment far = next == null ? null : widest(forwarding, next, transit);
        if (near != null && far != null) {
          out.accept(
              Problem.of(
                      Code.NARROW_PATH,
                      route.origin(),
                      "`"
                          + transit.name()
                          + "` carries packets of "
                          + transit.mtu()
                          + " bytes, and lies between `"
                          + near.name()
                          + "` and `"
                          + far.name()
                          + "`, which send larger ones")
                  .label(near.origin(), "up to " + near.mtu() + " bytes")
                  .label(far.origin(), "up to " + far.mtu() + " bytes")
                  .label(transit.origin(), "up to " + transit.mtu() + " bytes")
                  .help("give them `mtu " + transit.mtu() + "`, or the transit larger packets"));
        }
      }
    }
  }

  /** Of a router's segments the one with the largest packets, when those don't fit the transit. */
  private static @Nullable Segment widest(Forwarding forwarding, Router router, Segment transit) {
    return router.ports().stream()
        .map(p -> forwarding.segment(p.segment()))
        .filter(s -> s.mtu() > transit.mtu())
        .max(Comparator.comparingInt(Segment::mtu))
        .orElse(null);
  }
}
