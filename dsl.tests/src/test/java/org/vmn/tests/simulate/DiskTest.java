package org.vmn.tests.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;
import org.vmn.runtime.simulate.Simulator;

/** Copies of disks take what max-min fairness gives them of disks and of the network, by hand. */
class DiskTest {
  /** 1000 seconds at 8 Mbit/s. */
  private static final String SIZE = "1 GB";

  private static List<String> copies(String hosts, String events) throws Exception {
    String text =
        """
        network safe
        %s
        segment lan { subnet 10.0.0.0/24 }
        template kept { nic lan; disk root %s; protect { every 10 h; to spare } }
        vm a : kept { on main }
        vm b : kept { on main }
        vm c : kept { on other }
        scenario night { for 3 h; %s }
        """
            .formatted(hosts, SIZE, events);
    Network network =
        new Compiler()
            .compile(new Source(Path.of("safe.vmn"), text.getBytes(StandardCharsets.UTF_8)))
            .network();
    Objects.requireNonNull(network, text);
    return Simulator.run(network, network.scenarios().get(0), Options.seeded(1))
        .happenings()
        .stream()
        .filter(h -> h.kind() == Kind.COPIED)
        .map(h -> h.element() + " " + h.text())
        .sorted()
        .collect(Collectors.toList());
  }

  /** Alone, a copy is as fast as the slowest of both disks and the wires between. */
  @Test
  void theSlowestLimits() throws Exception {
    String main = "host main { storage 1 TB { speed %s }; uplink e { speed %s } }\n";
    String others = "host other { uplink e }\nhost spare { storage 1 TB { speed %s }; uplink e }";
    for (String[] speeds :
        new String[][] {
          {"8 Mbps", "1 Gbps", "1 Gbps"},
          {"1 Gbps", "8 Mbps", "1 Gbps"},
          {"1 Gbps", "1 Gbps", "8 Mbps"}
        }) {
      String hosts = main.formatted(speeds[0], speeds[1]) + others.formatted(speeds[2]);
      assertEquals(List.of("a copied to spare in 1000.0 s"), copies(hosts, "at 0 s backup a"));
    }
  }

  /**
   * Three copies to a disk of 24 Mbit/s, two of them from one of 10: those have 5 each, the third
   * 14, and when it is done the others still are limited by their own disk.
   */
  @Test
  void copiesShareDisks() throws Exception {
    String hosts =
        """
        host main { storage 1 TB { speed 10 Mbps }; uplink e }
        host other { storage 1 TB { speed 1 Gbps }; uplink e }
        host spare { storage 1 TB { speed 24 Mbps }; uplink e }
        """;
    assertEquals(
        List.of(
            "a copied to spare in 1600.0 s",
            "b copied to spare in 1600.0 s",
            "c copied to spare in 571.4 s"),
        copies(hosts, "at 0 s backup a; at 0 s backup b; at 0 s backup c"));
  }

  /** Where no speed is stated nothing waits for disks. */
  @Test
  void unstatedDisksTakeNoTime() throws Exception {
    String hosts =
        """
        host main { uplink e { speed 16 Mbps } }
        host other { uplink e }
        host spare { uplink e }
        """;
    assertEquals(
        List.of("a copied to spare in 1000.0 s", "b copied to spare in 1000.0 s"),
        copies(hosts, "at 0 s backup a; at 0 s backup b"));
  }
}
