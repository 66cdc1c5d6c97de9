package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;

/** What carries a simulation out. All engines mean the same by a scenario; they differ in speed. */
interface Engine {
  SimulationResult run(Network network, Scenario scenario, Options options);
}
