package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.vmn.generator.text.Table;
import org.vmn.runtime.campaign.CampaignResult;
import org.vmn.runtime.campaign.CampaignResult.OfExpectation;
import org.vmn.runtime.campaign.CampaignResult.OfVariant;
import org.vmn.runtime.campaign.Estimate;

/** A campaign's result for people: a line a variant, the worst first where there are many. */
final class CampaignText {
  private static final int MOST_VARIANTS = 40;

  /** Figures that decide; the others are in the files. */
  private static final List<String> SHOWN = List.of("throughput", "loss", "latency p99");

  private CampaignText() {}

  static List<String> lines(CampaignResult result) {
    List<String> lines = new ArrayList<>();
    int done = result.variants().stream().mapToInt(OfVariant::runs).sum();
    lines.add(
        result.scenario()
            + ": "
            + Summary.count(done, "run")
            + (result.complete() ? "" : ", stopped before the end: figures of these alone"));
    lines.add("");
    List<OfVariant> shown = result.variants();
    if (shown.size() > MOST_VARIANTS) {
      shown = shown.stream().filter(v -> !v.passed()).limit(MOST_VARIANTS).toList();
      lines.add(
          Summary.count(result.variants().size(), "variant")
              + ", "
              + result.variants().stream().filter(OfVariant::passed).count()
              + " meet every expectation; of the others"
              + (shown.size() == MOST_VARIANTS ? " the first " + MOST_VARIANTS : "")
              + ":");
      lines.add("");
    }
    lines.addAll(table(shown));
    lines.add("");
    lines.addAll(expectations(result));
    return lines;
  }

  private static List<String> table(List<OfVariant> variants) {
    TreeSet<String> names = new TreeSet<>();
    variants.forEach(
        v -> v.figures().keySet().stream().filter(CampaignText::shown).forEach(names::add));
    // What a balancer's clients see says more than what the programs behind it do.
    if (names.stream().anyMatch(n -> !ofProgram(n))) {
      names.removeIf(CampaignText::ofProgram);
    }
    List<String> head = new ArrayList<>(List.of("VARIANT"));
    names.forEach(n -> head.add(n.replaceFirst(" latency", "").toUpperCase(Locale.ROOT)));
    head.add("MET");
    Table table = Table.of(head.toArray(String[]::new));
    for (OfVariant variant : variants) {
      List<String> row = new ArrayList<>();
      row.add(variant.label().isEmpty() ? "as written" : variant.label());
      names.forEach(n -> row.add(text(n, variant.figures())));
      long met = variant.expectations().stream().filter(e -> e.met() == variant.runs()).count();
      row.add(variant.runs() == 0 ? "not run" : met + " of " + variant.expectations().size());
      table.row(row.toArray());
    }
    return table.lines();
  }

  private static boolean ofProgram(String figure) {
    return figure.substring(0, figure.indexOf(' ')).indexOf('.') >= 0;
  }

  private static boolean shown(String figure) {
    return !figure.startsWith("expect ") && SHOWN.stream().anyMatch(s -> figure.endsWith(" " + s));
  }

  private static String text(String name, Map<String, Estimate> figures) {
    Estimate e = figures.get(name);
    if (e == null) {
      return "-";
    }
    boolean loss = name.endsWith(" loss");
    double scale = loss ? 100 : 1;
    String unit = loss ? " %" : name.contains(" latency") ? " ms" : " req/s";
    String half = e.runs() == 1 ? "" : String.format(Locale.ROOT, " ± %.2f", e.halfWidth() * scale);
    return String.format(Locale.ROOT, "%.2f%s%s", e.mean() * scale, half, unit);
  }

  /** In how many variants and runs each was met. */
  private static List<String> expectations(CampaignResult result) {
    List<String> lines = new ArrayList<>();
    int count = result.variants().get(0).expectations().size();
    for (int i = 0; i < count; i++) {
      int number = i;
      List<OfExpectation> all =
          result.variants().stream().map(v -> v.expectations().get(number)).toList();
      int met = all.stream().mapToInt(OfExpectation::met).sum();
      int runs = result.variants().stream().mapToInt(OfVariant::runs).sum();
      boolean inAll = runs > 0 && met == runs;
      String verdict = inAll ? "met in all" : "met in " + met + " of " + Summary.count(runs, "run");
      String mark = !inAll ? "FAILED  " : result.complete() ? "passed  " : "so far  ";
      lines.add(mark + all.get(0).text() + "  (" + verdict + ")");
    }
    return lines;
  }
}
