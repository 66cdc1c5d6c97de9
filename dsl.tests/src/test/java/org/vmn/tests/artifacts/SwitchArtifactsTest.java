package org.vmn.tests.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.network.Network;
import org.vmn.tests.lab.Flows;
import org.vmn.tests.lab.NeedsLab;
import org.vmn.tests.lab.SwitchLab;

/**
 * Real Open vSwitch takes the bridges and flows of every host of every example, twice, and gives
 * each port its number.
 */
@NeedsLab("ovs")
@Timeout(120)
class SwitchArtifactsTest {
  @TempDir Path temp;

  static List<Path> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isLoaded(Path example) {
    Network network = Examples.build(example, temp.resolve("out"));
    for (HostLayout host : Layout.of(network).hosts()) {
      try (SwitchLab lab = SwitchLab.start()) {
        Path ovs = temp.resolve("out/hosts").resolve(host.folder()).resolve("ovs");
        for (int time = 1; time <= 2; time++) {
          lab.run("env", "VMN_DATAPATH=netdev", "bash", ovs.resolve("bridges.sh").toString(), "up")
              .ok();
          for (Path flows : Examples.files(ovs, "flows/")) {
            Flows.parse(flows);
            lab.replaceFlows(flows.getFileName().toString().replaceFirst("\\.flows$", ""), flows);
          }
        }
        for (HostLayout.Adapter adapter : host.adapters()) {
          String number = lab.vsctl("get", "interface", adapter.tap(), "ofport").strip();
          assertEquals(Integer.toString(adapter.port()), number, adapter.tap());
        }
        lab.run("env", "VMN_DATAPATH=netdev", "bash", ovs.resolve("bridges.sh").toString(), "down")
            .ok();
        assertEquals(
            "", lab.vsctl("list-br").strip(), Names.bridge(network) + " and its uplinks are gone");
      }
    }
  }
}
