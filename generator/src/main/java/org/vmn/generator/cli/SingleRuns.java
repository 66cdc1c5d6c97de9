package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.report.EventLines;
import org.vmn.generator.report.Page;
import org.vmn.generator.report.metrics.OpenMetrics;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.campaign.CampaignReport;
import org.vmn.runtime.campaign.CampaignResult;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.SimulationException;
import org.vmn.runtime.simulate.SimulationReport;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.Simulator;

/** Runs each scenario once, and writes what came out of it. */
final class SingleRuns {
  private final SimulateCommand asked;
  private final PrintWriter out;
  private final PrintWriter err;

  SingleRuns(SimulateCommand asked, PrintWriter out, PrintWriter err) {
    this.asked = asked;
    this.out = out;
    this.err = err;
  }

  int run() throws SourceException, IOException {
    Input input = Input.read(asked.file, asked.variables);
    Network network = input.network();
    if (network == null) {
      return Reporter.refuse(input, asked.colours, err);
    }
    List<Scenario> scenarios = Scenarios.of(network, asked.name);
    if (scenarios.isEmpty()) {
      return Scenarios.none(asked.file, network, asked.name, err);
    }
    for (Scenario scenario : scenarios) {
      if (asked.look.until != null && asked.look.until <= scenario.warmupNanos()) {
        err.println(
            "error: figures of `"
                + scenario.name()
                + "` begin after its warm-up of "
                + Figures.time(scenario.warmupNanos()));
        err.println("help: a later `--until`");
        return Main.BAD_INPUT;
      }
    }
    List<SimulationResult> results = new ArrayList<>();
    try (Interruption interruption = new Interruption()) {
      for (Scenario scenario : scenarios) {
        if (interruption.asked()) {
          break;
        }
        SimulationResult result = run(network, scenario, interruption);
        results.add(result);
        if (asked.format == SimulateCommand.Format.PRETTY) {
          new SimulationText(input, asked.colours.out()).lines(result).forEach(out::println);
        }
      }
      write(network, results);
      if (interruption.asked()) {
        err.println(
            "error: interrupted: %d of %s ran to the end"
                .formatted(
                    results.stream().filter(SimulationResult::complete).count(),
                    Summary.count(scenarios.size(), "scenario")));
      }
    } catch (SimulationException e) {
      return Scenarios.refused(input, e, asked.colours.err(), err);
    }
    return results.size() == scenarios.size() && results.stream().allMatch(this::passed)
        ? Main.CLEAN
        : Main.FINDINGS;
  }

  /** What was interrupted has met nothing; what was to stop earlier may have. */
  private boolean passed(SimulationResult result) {
    boolean asAsked = asked.look.until != null && result.durationNanos() == asked.look.until;
    return result.passed() || asAsked && result.met() == result.verdicts().size();
  }

  private SimulationResult run(Network network, Scenario scenario, Interruption interruption)
      throws SimulationException {
    try (Progress progress = new Progress(err, "simulating " + scenario.name())) {
      Options options =
          Options.seeded(asked.seed == null ? network.seed() : asked.seed)
              .withWatch(
                  asked
                      .look
                      .watch(asked.report != null)
                      .withProgress(progress::at)
                      .withStop(interruption::asked));
      return Simulator.run(
          network,
          scenario,
          asked.look.until == null ? options : options.withUntilNanos(asked.look.until));
    }
  }

  private void write(Network network, List<SimulationResult> results) throws SourceException {
    String json = SimulateCommand.json(results.stream().map(SimulationReport::toJson).toList());
    if (asked.format == SimulateCommand.Format.JSON) {
      out.print(json);
    }
    out.flush();
    if (asked.output != null) {
      OutputFile.write(asked.output, json);
    }
    if (asked.csv != null) {
      OutputFile.write(asked.csv, csv(results));
    }
    if (asked.look.timeline != null) {
      OutputFile.write(
          asked.look.timeline, results.stream().map(EventLines::of).collect(Collectors.joining()));
    }
    if (asked.look.metrics != null) {
      OutputFile.write(
          asked.look.metrics, out -> OpenMetrics.write(network, results, asked.look.start(), out));
    }
    if (asked.report != null) {
      ReportFiles.write(asked.report, Page.of(network, results), json, csv(results));
    }
  }

  private static String csv(List<SimulationResult> results) {
    return CampaignReport.toCsv(results.stream().map(CampaignResult::of).toList());
  }
}
