package org.vmn.generator.analyze;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.UplinkRef;

/**
 * A VLAN on two uplinks of one host: the host's switch joins both wires, and a broadcast goes round
 * for ever.
 */
final class WiringLoops implements Pass {
  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    for (Segment segment : forwarding.network().segments()) {
      if (segment.transport() instanceof Segment.Vlan vlan) {
        Map<Ref, UplinkRef> seen = new HashMap<>();
        for (UplinkRef uplink : vlan.on()) {
          UplinkRef before = seen.putIfAbsent(uplink.host(), uplink);
          if (before != null) {
            out.accept(
                Problem.of(
                        Code.WIRING_LOOP,
                        segment.origin(),
                        "`"
                            + segment.name()
                            + "` is on two uplinks of `"
                            + uplink.host()
                            + "`, which makes a loop")
                    .help("leave it on `" + before + "`, or on `" + uplink + "`"));
            break;
          }
        }
      }
    }
  }
}
