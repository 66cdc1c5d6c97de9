package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vmn.generator.text.Table;
import org.vmn.runtime.claims.Claims;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.claims.Finding;
import org.vmn.runtime.claims.MinimalCut;
import org.vmn.runtime.claims.MinimalCuts;
import org.vmn.runtime.claims.SpareWays;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.review.Cut;
import org.vmn.runtime.review.RuleReview;

/** What proofs say beside verdicts, for people. */
final class ReviewText {
  private static final long MOST_WALKS = 20_000_000;

  /** More sets that are alike are counted; programs get them all. */
  private static final int MOST_ALIKE = 5;

  private final Forwarding tables;
  private final Input input;

  ReviewText(Input input) {
    this.tables = input.tables();
    this.input = input;
  }

  /** Rules that do nothing; the exit status. */
  int rules(boolean json, PrintWriter out, Patience patience) {
    List<RuleReview.Remark> remarks = RuleReview.of(tables, patience);
    if (json) {
      out.println(
          ProveCommand.GSON.toJson(
              remarks.stream().map(r -> ReviewJson.Rule.of(r, input)).toList()));
      return remarks.isEmpty() ? Main.CLEAN : Main.FINDINGS;
    }
    Table table = Table.of("", "", "", "");
    for (RuleReview.Remark remark : remarks) {
      table.row(
          remark.kind().name().toLowerCase(Locale.ROOT),
          remark.rule(),
          input.brief(remark.origin()),
          because(remark));
    }
    table.lines().forEach(out::println);
    if (remarks.isEmpty() && !patience.stopped()) {
      out.println("every rule decides something");
    }
    return remarks.isEmpty() ? Main.CLEAN : Main.FINDINGS;
  }

  private String because(RuleReview.Remark remark) {
    String other =
        remark.because().isEmpty()
            ? "the default"
            : "`" + remark.because() + "`, " + input.brief(remark.other());
    return switch (remark.kind()) {
      case UNUSED -> "nobody sends such a packet to anybody else";
      case SHADOWED -> "decided before, by " + other;
      case REDUNDANT -> "decided the same without it, by " + other;
    };
  }

  /**
   * The smallest sets of at most so many elements that each {@code reaches} doesn't survive the
   * loss of; the exit status.
   */
  int cuts(int most, boolean json, PrintWriter out, Patience patience) {
    List<ReviewJson.Claim> all = new ArrayList<>();
    Claims claimed = Claims.about(tables);
    MinimalCuts minimal = MinimalCuts.of(tables);
    List<Assertion> assertions = tables.network().assertions();
    for (int i = 0; i < assertions.size(); i++) {
      Assertion assertion = assertions.get(i);
      double done = (double) i / assertions.size();
      if (patience.test(done)) {
        break;
      }
      if (!(assertion.claim() instanceof Claim.Reach r) || r.mode() == Claim.Mode.CANNOT_REACH) {
        continue;
      }
      Claim claim = new Claim.Reach(Claim.Mode.REACHES, r.from(), r.to(), r.traffic());
      Effort effort = new Effort(MOST_WALKS, 0, () -> patience.test(done));
      boolean holds = claimed.decide(claim, effort).kind() != Finding.Kind.FAILS;
      List<MinimalCut> points = holds ? minimal.of(claim, most, effort) : List.of();
      ReviewJson.Claim told =
          ReviewJson.Claim.of(assertion, holds, !effort.isSpent(), points, input);
      all.add(told);
      if (!json) {
        out.println(assertion.text() + "  " + input.brief(assertion.origin()));
        cuts(told, most, patience).forEach(out::println);
      }
    }
    if (json) {
      out.println(ProveCommand.GSON.toJson(all));
    } else if (all.isEmpty() && !patience.stopped()) {
      out.println("no assertion says `reaches`");
    }
    return all.stream().allMatch(c -> c.holds() && c.complete() && c.cuts().isEmpty())
        ? Main.CLEAN
        : Main.FINDINGS;
  }

  private static List<String> cuts(ReviewJson.Claim told, int most, Patience patience) {
    if (!told.holds()) {
      return List.of("    doesn't hold with everything up");
    }
    Table table = Table.of("", "", "");
    told.cuts().forEach(cut -> table.row("  ", String.join(", ", cut.failed()), cut.why()));
    List<String> rows = table.lines();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(rows.get(i));
      lines.addAll(likewise(told.cuts().get(i)));
    }
    if (!told.complete() && !patience.stopped()) {
      lines.add("    not all was tried: it takes more than " + MOST_WALKS + " connections");
    } else if (told.complete() && lines.isEmpty()) {
      lines.add("    survives the loss of any " + most + " of host, link, vm and router");
    }
    return lines;
  }

  private static List<String> likewise(ReviewJson.Cut cut) {
    List<String> sets =
        cut.alike().stream().limit(MOST_ALIKE).map(set -> String.join(" and ", set)).toList();
    int left = cut.alike().size() - sets.size();
    String more = cut.more() ? ", and more" : left > 0 ? ", and " + left + " more" : "";
    return sets.isEmpty() ? List.of() : List.of("      likewise " + String.join(", ", sets) + more);
  }

  /** The ways that keep a claim under failures of wires; nothing for other claims. */
  void spares(Claim claim, PrintWriter out) {
    for (SpareWays spare : SpareWays.of(tables, claim, new Effort(MOST_WALKS, 0, () -> false))) {
      out.println(
          "    %s and %s%s are joined on %s by %s%s"
              .formatted(
                  spare.from(),
                  spare.to(),
                  spare.pairs() == 1
                      ? ""
                      : ", and %d pairs like them,".formatted(spare.pairs() - 1),
                  spare.segment(),
                  spare.ways().size() == 1
                      ? "one way"
                      : spare.ways().size() + " ways that share nothing",
                  spare.enough() ? "" : "; the loss of each part was tried"));
      for (List<Element> way : spare.ways()) {
        List<String> parts =
            way.stream().filter(e -> !(e instanceof Element.OfHost)).map(Elements::name).toList();
        out.println("      " + String.join(", ", parts));
      }
    }
  }

  /** The decisions that hold a claim that nobody reaches somebody; nothing for other claims. */
  void cut(Claim claim, PrintWriter out) {
    for (Cut.Holder holder : Cut.of(tables, claim)) {
      out.println(
          "    held by `%s`  %s: %s, such as %s"
              .formatted(
                  holder.what(),
                  input.brief(holder.origin()),
                  holder.classes() == 1 ? "1 class" : holder.classes() + " classes",
                  holder.example().packet()));
    }
  }
}
