package org.vmn.generator.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.campaign.CampaignResult;
import org.vmn.runtime.campaign.CampaignResult.OfExpectation;
import org.vmn.runtime.campaign.CampaignResult.OfVariant;
import org.vmn.runtime.campaign.Estimate;

/** A campaign on a page: a plot for each figure that decides, over the variants, and tables. */
final class CampaignSection {
  private static final List<String> PLOTTED =
      List.of("throughput", "loss", "latency mean", "latency p99");

  /** Values of one variable are an axis; other variants are numbered. */
  private static final String NUMERIC = "[^,]*=(-?[0-9]+(\\.[0-9]+)?)( [^,]*)?";

  private static final int MOST_PLOTS = 24;
  private static final int MOST_ROWS = 2000;

  private final CampaignResult result;
  private final Html html;
  private final JsonWriter json;

  CampaignSection(CampaignResult result, Html html, JsonWriter json) {
    this.result = result;
    this.html = html;
    this.json = json;
  }

  void write(String id) throws IOException {
    int done = result.variants().stream().mapToInt(OfVariant::runs).sum();
    html.element("h2", "", result.scenario());
    html.element(
        "p",
        "soft",
        Figures.of(result.variants().size(), "variant")
            + ", "
            + Figures.of(done, "run")
            + ", seed "
            + result.seed());
    if (!result.complete()) {
      html.element("p", "mark", "Stopped before the end: all figures are of these runs alone.");
    }
    expectations();
    html.element("h3", "", "By variant, with 95 % intervals");
    html.raw("<div class=\"plots\" id=\"" + id + "-plots\"></div>");
    figures();
    data(id);
  }

  private void expectations() {
    List<List<String>> rows = new ArrayList<>();
    List<String> styles = new ArrayList<>();
    for (OfVariant variant : result.variants()) {
      for (OfExpectation e : variant.expectations()) {
        boolean all = e.met() == variant.runs();
        if (rows.size() < MOST_ROWS) {
          rows.add(
              List.of(label(variant), e.text(), "met in " + e.met() + " of " + variant.runs()));
          styles.add(all ? "good" : "bad");
        }
      }
    }
    html.table("Expectations", List.of("variant", "expected", "runs"), rows, styles);
  }

  private void figures() {
    List<List<String>> rows = new ArrayList<>();
    for (OfVariant variant : result.variants()) {
      variant
          .figures()
          .forEach((name, e) -> {
            if (rows.size() < MOST_ROWS) {
              rows.add(
                  List.of(
                      label(variant),
                      name,
                      text(e.mean()),
                      e.runs() > 1 ? text(e.halfWidth()) : "",
                      text(e.least()),
                      text(e.most())));
            }
          });
    }
    html.table("Figures", "variant|figure|#mean|#± (95 %)|#least|#most", rows);
  }

  private static String label(OfVariant variant) {
    return variant.label().isEmpty() ? "as written" : variant.label();
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private void data(String id) throws IOException {
    boolean numeric = result.variants().stream().allMatch(v -> v.label().matches(NUMERIC));
    json.beginObject();
    json.name("id").value(id);
    json.name("axis")
        .value(numeric ? result.variants().get(0).label().replaceFirst("=.*", "") : "");
    json.name("labels").beginArray();
    for (OfVariant variant : result.variants()) {
      json.value(label(variant));
    }
    json.endArray();
    if (numeric) {
      json.name("numbers").beginArray();
      for (OfVariant variant : result.variants()) {
        json.value(Double.parseDouble(variant.label().replaceFirst(NUMERIC, "$1")));
      }
      json.endArray();
    }
    TreeSet<String> names = new TreeSet<>();
    result.variants().forEach(v -> names.addAll(v.figures().keySet()));
    names.removeIf(
        n -> n.startsWith("expect ") || PLOTTED.stream().noneMatch(p -> n.endsWith(" " + p)));
    // What a balancer's clients see says more than what the programs behind it do.
    if (names.stream().anyMatch(n -> !ofProgram(n))) {
      names.removeIf(CampaignSection::ofProgram);
    }
    json.name("figures").beginArray();
    for (String name : names.stream().limit(MOST_PLOTS).toList()) {
      json.beginObject();
      json.name("name").value(name);
      json.name("unit")
          .value(name.contains(" latency ") ? " ms" : name.endsWith(" loss") ? " %" : "/s");
      double scale = name.endsWith(" loss") ? 100 : 1;
      numbers("mean", name, e -> e.mean() * scale);
      numbers("half", name, e -> e.runs() > 1 ? e.halfWidth() * scale : 0);
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static boolean ofProgram(String figure) {
    return figure.substring(0, figure.indexOf(' ')).indexOf('.') >= 0;
  }

  private void numbers(String member, String figure, ToDoubleFunction<Estimate> value)
      throws IOException {
    json.name(member).beginArray();
    for (OfVariant variant : result.variants()) {
      @Nullable Estimate estimate = variant.figures().get(figure);
      if (estimate == null) {
        json.nullValue();
      } else {
        json.value(value.applyAsDouble(estimate));
      }
    }
    json.endArray();
  }
}
