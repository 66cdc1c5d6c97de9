package org.vmn.generator.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.claims.Finding;
import org.vmn.runtime.claims.MinimalCut;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.review.RuleReview;

/** What proofs say beside verdicts, for programs. */
final class ReviewJson {
  private ReviewJson() {}

  /**
   * A rule that does nothing.
   *
   * @param remark {@code unused}, {@code shadowed} or {@code redundant}
   * @param because the rule that decides instead; null where that is the default, or nothing does
   */
  record Rule(
      String remark,
      String rule,
      String file,
      int line,
      @Nullable String because,
      @Nullable String otherFile,
      @Nullable Integer otherLine) {
    static Rule of(RuleReview.Remark remark, Input input) {
      Origin other = remark.other();
      boolean known = !remark.because().isEmpty() && other.isKnown();
      return new Rule(
          remark.kind().name().toLowerCase(Locale.ROOT),
          remark.rule(),
          input.shown(remark.origin().file()),
          remark.origin().line(),
          remark.because().isEmpty() ? null : remark.because(),
          known ? input.shown(other.file()) : null,
          known ? other.line() : null);
    }
  }

  /**
   * What an assertion doesn't survive.
   *
   * @param holds whether it holds with everything up; without, there are no cuts
   * @param complete whether these are all
   */
  record Claim(
      String assertion, String file, int line, boolean holds, boolean complete, List<Cut> cuts) {
    static Claim of(
        Assertion assertion, boolean holds, boolean complete, List<MinimalCut> cuts, Input input) {
      return new Claim(
          assertion.text(),
          input.shown(assertion.origin().file()),
          assertion.origin().line(),
          holds,
          complete,
          cuts.stream().map(Cut::of).toList());
    }
  }

  /**
   * A smallest set of elements whose loss breaks an assertion.
   *
   * @param alike other such sets, which nothing tells from this one
   * @param more whether there are more of them than are listed
   * @param why where a connection fails then, and why
   */
  record Cut(List<String> failed, List<List<String>> alike, boolean more, String why) {
    static Cut of(MinimalCut cut) {
      Finding finding = cut.finding();
      return new Cut(
          names(cut.failed()),
          cut.alike().stream().map(Cut::names).toList(),
          cut.more(),
          finding.walk() == null
              ? finding.reason()
              : finding.walk().deciding().where() + " " + finding.walk().deciding().what());
    }

    private static List<String> names(List<Element> elements) {
      return elements.stream().map(Elements::name).toList();
    }
  }
}
