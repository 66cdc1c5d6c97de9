package org.vmn.generator.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vmn.generator.graph.Graph;
import org.vmn.generator.graph.Svg;
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
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

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
    page.around(
        network.name(),
        () -> {
          page.json.name("scenarios").beginArray();
          for (int i = 0; i < results.size(); i++) {
            page.scenario(network, results.get(i), "s" + i);
          }
          page.json.endArray();
          page.json.name("campaigns").beginArray().endArray();
        });
    return page.html.text();
  }

  public static String of(List<CampaignResult> results) {
    Page page = new Page();
    page.around(
        results.isEmpty() ? "" : results.get(0).network(),
        () -> {
          page.json.name("scenarios").beginArray().endArray();
          page.json.name("campaigns").beginArray();
          for (int i = 0; i < results.size(); i++) {
            new CampaignSection(results.get(i), page.html, page.json).write("c" + i);
          }
          page.json.endArray();
        });
    return page.html.text();
  }

  private void around(String network, Part content) {
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">");
    html.element("title", "", network + ", simulated");
    html.raw("<!-- With uPlot, under this licence:\n" + resource(UPLOT + "LICENSE") + "-->");
    html.raw("<style>\n" + resource(UPLOT + "dist/uPlot.min.css") + resource("page.css"));
    html.raw("</style>\n</head>\n<body>");
    html.element("h1", "", network);
    try {
      json.beginObject();
      content.write();
      json.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("strings can be written", e);
    }
    html.raw("<script type=\"application/json\" id=\"data\">" + data + "</script>");
    html.raw("<script>\n" + resource(UPLOT + "dist/uPlot.iife.min.js") + "</script>");
    html.raw("<script>\n" + resource("page.js") + "</script>\n</body>\n</html>");
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
    topology(network, id);
    tables.figures();
    tables.events();
    new PageData(result, json).write(id);
  }

  /** Each picture in a tree of its own, so that the styles of one don't reach the others. */
  private void topology(Network network, String id) {
    html.element("h3", "", "The network under load");
    html.raw("<div id=\"" + id + "-topology\">");
    html.raw(
        "<div class=\"controls\"><button type=\"button\">play</button><input type=\"range\""
            + " min=\"0\" value=\"0\" aria-label=\"time\"><output></output><span>idle <span"
            + " class=\"scale\"></span> full</span></div>");
    html.element(
        "p",
        "soft",
        "Machines by their processors, hosts by their processors or fullest uplink, whichever is"
            + " more. A red dashed outline is down. Point at one for its figures.");
    for (Graph.View view : Graph.View.values()) {
      String name = view == Graph.View.LOGICAL ? "logical" : "physical";
      html.raw("<div class=\"picture\" data-view=\"" + name + "\">");
      html.raw("<template shadowrootmode=\"open\">" + Svg.of(Graph.of(network, view)));
      html.raw("</template></div><p></p>");
    }
    html.raw("</div>");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
