package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Depth;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.report.Page;
import org.vmn.runtime.campaign.CampaignReport;
import org.vmn.runtime.campaign.CampaignResult;
import org.vmn.runtime.campaign.EngineException;
import org.vmn.runtime.campaign.Variant;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.simulate.SimulationException;

/** Runs each scenario many times: with other values, with failures, with other chance. */
final class Campaigns {
  private final SimulateCommand asked;
  private final PrintWriter out;
  private final PrintWriter err;

  /** One of the networks to compare, as it was read. */
  private record Compiled(SweepPoint point, Input input, Network network) {}

  Campaigns(SimulateCommand asked, PrintWriter out, PrintWriter err) {
    this.asked = asked;
    this.out = out;
    this.err = err;
  }

  int run() throws SourceException, IOException {
    try (Interruption interruption = new Interruption()) {
      List<SweepPoint> points = SweepPoint.of(asked.campaign.sweeps, asked.variables.values());
      List<Compiled> compiled = compile(points, interruption);
      if (compiled == null) {
        return Main.FINDINGS;
      }
      Compiled first = compiled.get(0);
      List<Scenario> scenarios = Scenarios.of(first.network(), asked.name);
      if (scenarios.isEmpty()) {
        return Scenarios.none(asked.file, first.network(), asked.name, err);
      }
      List<CampaignResult> results = new ArrayList<>();
      try {
        for (Scenario scenario : scenarios) {
          // Interrupted, the others follow with no runs: that they are missing is seen.
          CampaignResult result = run(compiled, scenario.name(), interruption);
          results.add(result);
          if (asked.format == SimulateCommand.Format.PRETTY) {
            CampaignText.lines(result).forEach(out::println);
          }
        }
      } catch (SimulationException e) {
        return Scenarios.refused(first.input(), e, asked.colours.err(), err);
      }
      write(results);
      if (interruption.asked()) {
        err.println("error: interrupted: figures are of the runs that were finished");
      }
      return results.stream().allMatch(CampaignResult::passed) ? Main.CLEAN : Main.FINDINGS;
    } catch (EngineException e) {
      err.println("error: " + e.getMessage());
      err.println("help: " + e.help());
      return Main.BAD_INPUT;
    } catch (IllegalArgumentException e) {
      err.println("error: " + e.getMessage());
      err.println("help: fewer runs, fewer values, or single failures instead of double ones");
      return Main.BAD_INPUT;
    }
  }

  /** Null when one of them can't be, which is said then, or when interrupted. */
  private @Nullable List<Compiled> compile(List<SweepPoint> points, Interruption interruption)
      throws SourceException, IOException {
    List<Compiled> all = new ArrayList<>();
    if (asked.campaign.sweeps.isEmpty()) {
      add(all, points.get(0), Input.read(asked.file, asked.variables));
      return all.isEmpty() ? null : all;
    }
    if (asked.file.toString().endsWith(".json")) {
      throw new SourceException(
          "`"
              + asked.file
              + "` has no variables any more: `--sweep` is for the .vmn file that it is of");
    }
    Source source = Input.source(asked.file);
    Compiler compiler = new Compiler();
    try (Progress progress = new Progress(err, "reading")) {
      for (SweepPoint point : points) {
        Source with = source.with(point.values());
        add(all, point, Input.of(with, compiler.compile(with, Depth.CHECK)));
        progress.at((double) all.size() / points.size());
        if (interruption.asked()) {
          err.println("error: interrupted before the first run");
          return null;
        }
        if (all.isEmpty() || !all.get(all.size() - 1).point().equals(point)) {
          err.println("help: this is so with " + point.label());
          return null;
        }
      }
    }
    return all;
  }

  private void add(List<Compiled> all, SweepPoint point, Input input) {
    Network network = input.network();
    if (network == null) {
      Reporter.refuse(input, asked.colours, err);
    } else {
      all.add(new Compiled(point, input, network));
    }
  }

  private CampaignResult run(List<Compiled> compiled, String scenario, Interruption interruption)
      throws SimulationException {
    List<Variant> written = new ArrayList<>();
    for (Compiled one : compiled) {
      List<Scenario> same = Scenarios.of(one.network(), scenario);
      if (same.isEmpty()) {
        throw new IllegalArgumentException(
            "with " + one.point().label() + " there is no scenario `" + scenario + "`");
      }
      written.add(
          new Variant(one.point().label(), one.network(), same.get(0), asked.campaign.random));
    }
    long seed = asked.seed == null ? compiled.get(0).network().seed() : asked.seed;
    CampaignRun run = new CampaignRun(asked.campaign, seed);
    return run.run(run.plan(written), interruption, err);
  }

  private void write(List<CampaignResult> results) throws SourceException {
    String json = SimulateCommand.json(results.stream().map(CampaignReport::toJson).toList());
    if (asked.format == SimulateCommand.Format.JSON) {
      out.print(json);
    }
    out.flush();
    if (asked.output != null) {
      OutputFile.write(asked.output, json);
    }
    if (asked.csv != null) {
      OutputFile.write(asked.csv, CampaignReport.toCsv(results));
    }
    if (asked.report != null) {
      ReportFiles.write(asked.report, Page.of(results), json, CampaignReport.toCsv(results));
    }
  }
}
