package org.vmn.runtime.campaign;

import java.util.function.BooleanSupplier;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.SimulationException;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.Simulator;

/** One run of one variant. */
public record Trial(Variant variant, long seed) {

  /**
   * Carries it out.
   *
   * @throws SimulationException when the scenario asks for more than can be simulated
   * @throws java.util.concurrent.CancellationException when asked to stop
   */
  public Outcome run(BooleanSupplier cancelled) throws SimulationException {
    Scenario scenario =
        RandomFailures.added(variant.network(), variant.scenario(), variant.failures(), seed);
    SimulationResult result =
        Simulator.run(
            variant.network(), scenario, Options.seeded(seed).withCancellation(cancelled));
    return Measures.of(result);
  }
}
