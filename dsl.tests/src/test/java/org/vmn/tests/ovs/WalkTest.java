package org.vmn.tests.ovs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.runtime.network.Network;
import org.vmn.tests.lab.NeedsLab;

/** Real packets end where the walk says, and so do their answers. */
@NeedsLab("ovs")
@Timeout(300)
class WalkTest {
  @Test
  void oneHostOneSegment() {
    check(
        Nets.hosts(1)
            .local("lan", "10.0.0.0/24", "2001:db8::/64")
            .vms("a", 2, "lan")
            .vms("b", 2, "lan")
            .allow("a", "b", Nets.tcp(80), Nets.tcp(8000, 8079), Nets.icmp())
            .deny("10.0.0.11/32", "b", Nets.tcp(8007))
            .build(),
        200);
  }

  private static void check(Network network, int packets) {
    try (Fabric fabric = new Fabric(network)) {
      assertEquals(List.of(), new Differences(network, fabric, 7).find(packets));
    }
  }
}
