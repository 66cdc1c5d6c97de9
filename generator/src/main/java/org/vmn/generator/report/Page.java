package org.vmn.generator.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.campaign.CampaignResult;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.SimulationResult;

/**
 * One file with everything: tables, plots that can be looked into, and the network with its load
 * over time. A browser shows it without any other file and without a network; the page forbids
 * itself to load anything.
 */
public final class Page {
  private final Html html = new Html();
  private final StringWriter data = new StringWriter();
  private final JsonWriter json = new JsonWriter(data);

  private Page() {
    json.setFormattingStyle(FormattingStyle.COMPACT);
    // So that no text of a network can end the script that it stands in.
    json.setHtmlSafe(true);
  }

  private interface Part {
    void write() throws IOException;
  }

  public static String of(Network network, List<SimulationResult> results) {
    Page page = new Page();
    return page.around(
        network.name(),
        () -> {
          page.json.name("scenarios").beginArray();
          for (int i = 0; i < results.size(); i++) {
            page.scenario(network, results.get(i), "s" + i);
          }
          page.json.endArray();
          page.json.name("campaigns").beginArray().endArray();
        });
  }

  public static String of(List<CampaignResult> results) {
    Page page = new Page();
    return page.around(
        results.isEmpty() ? "" : results.get(0).network(),
        () -> {
          page.json.name("scenarios").beginArray().endArray();
          page.json.name("campaigns").beginArray();
          for (int i = 0; i < results.size(); i++) {
            new CampaignSection(results.get(i), page.html, page.json).write("c" + i);
          }
          page.json.endArray();
        });
  }

  private String around(String network, Part content) {
    try {
      json.beginObject();
      content.write();
      json.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("strings can be written", e);
    }
    return Frame.page(network, html.text(), data.toString());
  }

  private void scenario(Network network, SimulationResult result, String id) throws IOException {
    html.element("h2", "", result.scenario());
    html.element(
        "p",
        "soft",
        Figures.time(result.plannedNanos())
            + " of "
            + result.network()
            + ", seed "
            + result.seed());
    if (!result.complete()) {
      html.element(
          "p",
          "mark",
          "Stopped after "
              + ResultTables.seconds(result.durationNanos(), 3)
              + ": all figures are of this part alone.");
    }
    if (!result.verdicts().isEmpty()) {
      html.element(
          "p",
          result.passed() ? "good" : "bad",
          result.met() + " of " + Figures.of(result.verdicts().size(), "expectation") + " met");
    }
    ResultTables tables = new ResultTables(result, html);
    tables.expectations();
    html.element("h3", "", "Over time");
    html.raw("<div class=\"plots\" id=\"" + id + "-plots\"></div>");
    html.raw(Frame.pictures(network, id));
    tables.figures();
    tables.events();
    new PageData(result, json).write(id);
  }
}
