package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;

/** Runs a scenario on a network: the way into this package. */
public final class Simulator {
  private static final Engine ENGINE = new EventEngine();

  private Simulator() {}

  /**
   * Simulates the whole scenario.
   *
   * @param network sound, as {@link org.vmn.runtime.config.Verifier} has it
   * @param scenario one of the network's
   * @throws SimulationException when the scenario asks for more than can be simulated; said before
   *     anything is run
   * @throws java.util.concurrent.CancellationException when the options' cancellation says so
   */
  public static SimulationResult run(Network network, Scenario scenario, Options options)
      throws SimulationException {
    Bounds.check(network, scenario, options);
    return ENGINE.run(network, scenario, options);
  }
}
