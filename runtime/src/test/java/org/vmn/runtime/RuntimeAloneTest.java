package org.vmn.runtime;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.SimulationException;
import org.vmn.runtime.simulate.SimulationReport;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.Simulator;

/** A configuration file and this module are all that a simulation needs. */
class RuntimeAloneTest {
  /** The format of files that users keep doesn't change by accident. */
  @Test
  void writesTheConfigurationThatIsKept() throws IOException {
    StringWriter out = new StringWriter();
    NetworkConfig.write(TestNetworks.shop(), out);
    Golden.check("shop.json", out.toString());
  }

  @Test
  void simulatesFromTheConfigurationAlone() throws IOException, SimulationException {
    Network network = NetworkConfig.read(Golden.file("shop.json"));
    SimulationResult result =
        Simulator.run(network, network.scenarios().get(0), Options.seeded(network.seed()));
    Golden.check("shop.report.json", SimulationReport.toJson(result));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.xtext.XtextPackage",
        "org.eclipse.emf.ecore.EObject",
        "com.google.inject.Guice",
        "org.eclipse.lsp4j.Range"
      })
  void knowsNothingOfLanguagesAndEditors(String name) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
  }
}
