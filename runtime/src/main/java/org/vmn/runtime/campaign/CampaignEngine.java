package org.vmn.runtime.campaign;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.vmn.runtime.simulate.SimulationException;

/** Carries out campaigns. All engines give the same result; they differ in where runs happen. */
public interface CampaignEngine {

  /**
   * Carries out all trials; when asked to stop, those that it gets to.
   *
   * @param progress called with the fraction of trials that are done, from any thread
   * @param cancelled asked often; true ends the campaign with what there is
   * @throws SimulationException when a scenario asks for more than can be simulated
   */
  CampaignResult run(Campaign campaign, DoubleConsumer progress, BooleanSupplier cancelled)
      throws SimulationException;
}
