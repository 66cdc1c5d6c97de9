package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;

/** An engine that takes one event after the other. */
final class EventEngine implements Engine {
  @Override
  public SimulationResult run(Network network, Scenario scenario, Options options) {
    World world = new World(network, scenario, options);
    Run run = new Run(world, scenario, options);
    run.go();
    Figures figures = new Figures(world, run.story().protection().takeovers());
    Judge judge = new Judge(world, scenario, figures);
    return new SimulationResult(
        network.name(),
        scenario.name(),
        options.seed(),
        world.end,
        scenario.durationNanos(),
        world.warmup,
        figures.balancers(),
        figures.programs(),
        figures.machines(),
        figures.hosts(),
        figures.uplinks(),
        figures.links(),
        world.log.happenings(),
        figures.takeovers(),
        world.gauges == null ? SimulationResult.Loads.NONE : world.gauges.loads(),
        world.tracer.hops(),
        scenario.expectations().stream().map(judge::verdict).toList());
  }
}
