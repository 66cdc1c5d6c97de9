package org.vmn.tests.reality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.runtime.network.Network;
import org.vmn.tests.artifacts.Examples;
import org.vmn.tests.lab.NeedsLab;

/**
 * Requests to a real web server through a real network are answered as fast, and as many, as the
 * simulator says, within 15 %. What limits them is the wire, which the source states, and not the
 * server, whose demand would have to be measured first.
 */
@NeedsLab("traffic")
@Timeout(240)
class RequestsTest {
  private static final double TOLERANCE = 0.15;

  /** A machine that others use too disturbs some, and a wrong prediction fails all. */
  private static final int MEASUREMENTS = 3;

  @TempDir Path temp;

  @Test
  void aWireThatIsAlwaysFull() throws IOException {
    compare(new Asking(6, 0, 64));
  }

  @Test
  void aWireThatIsHalfFull() throws IOException {
    compare(new Asking(4, 500, 64));
  }

  private void compare(Asking asking) throws IOException {
    Network network = build(asking);
    Asking.Seen predicted = Asking.simulated(network);
    try (RealNetwork real = new RealNetwork(network, temp.resolve("out"), 0)) {
      Asking.serve(real);
      Asking.Seen measured = asking.real(real);
      for (int i = 1; i < MEASUREMENTS && !predicted.isNear(measured, TOLERANCE); i++) {
        measured = asking.real(real);
      }
      assertTrue(
          predicted.isNear(measured, TOLERANCE),
          "predicted %s, measured %s".formatted(predicted, measured));
    }
  }

  private Network build(Asking asking) throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("out.vmn"),
            """
            network real
            host kvm[2] { cpu 64; memory 64 GiB; uplink eno1 { speed 10 Mbps; latency 20 ms } }
            overlay tenant vxlan over kvm[*].eno1
            segment net in tenant { subnet 10.1.0.0/24 }
            vm web { nic net; runs shop on %d/tcp { demand 1 us; concurrency 100 }; on kvm[1] }
            vm c { nic net; on kvm[2] }
            scenario day { for 500 s; warmup 10 s; %s }
            """
                .formatted(Asking.PORT, asking.load()));
    return Examples.build(file, temp.resolve("out"));
  }
}
