package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmn trace --all}: equal routes there and back, replicas, targets and chains. */
class TraceAllTest {
  @TempDir private Path folder;

  private Cli.Run trace(String network, String connection) throws IOException {
    Path file = folder.resolve("lab.vmn");
    Files.writeString(file, network);
    return Cli.run("trace", "--all", file, connection);
  }

  @Test
  void goesOverEachOfEqualRoutesThereAndBack() throws IOException {
    Cli.Run said =
        trace(
            """
            network lab
            segment a { subnet 10.0.0.0/24 }
            segment b { subnet 10.0.1.0/24 }
            segment upper { subnet 10.0.8.0/24 }
            segment lower { subnet 10.0.9.0/24 }
            router left {
              ports a, upper, lower
              route 10.0.1.0/24 via 10.0.8.2
              route 10.0.1.0/24 via 10.0.9.2
            }
            router right {
              ports upper, lower, b
              route 10.0.0.0/24 via 10.0.8.1
              route 10.0.0.0/24 via 10.0.9.1
            }
            vm one { nic a }
            vm two { nic b }
            """,
            "one -> two icmp");
    assertEquals(0, said.status(), said.err());
    assertTrue(said.out().contains("4 of 4 ways complete"), said.out());
    for (String via : List.of("10.0.8.2", "10.0.9.2", "10.0.8.1", "10.0.9.1")) {
      assertEquals(2, said.out().split("via " + via, -1).length - 1, via);
    }
  }

  @Test
  void goesFromEachReplicaToEachTarget() throws IOException {
    Cli.Run said =
        trace(
            """
            network lab
            segment lan { subnet 10.0.0.0/24 }
            vm client[2] { nic lan }
            vm web[3] { nic lan; runs site on 80/tcp }
            balancer www on 10.0.0.100:80/tcp -> web : site
            deny client[2] -> web[3]
            policy default allow
            """,
            "client -> www");
    assertEquals(1, said.status(), said.err());
    assertTrue(said.out().contains("5 of 6 ways complete"), said.out());
    assertTrue(said.out().contains("deny client[2] -> web[3]"), said.out());
  }

  @Test
  void leavesOutConnectionsOfAMachineToItself() throws IOException {
    Cli.Run said =
        trace(
            """
            network lab
            segment lan { subnet 10.0.0.0/24 }
            vm node[3] { nic lan }
            """,
            "node -> node icmp");
    assertTrue(said.out().contains("6 of 6 ways complete"), said.out());
  }
}
