package org.vmn.runtime.campaign;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vmn.runtime.simulate.SimulationResult;

/**
 * What came out of a campaign.
 *
 * @param planned runs of each variant
 * @param complete whether all of them were carried out; else the figures are of those that were
 * @param variants in the campaign's order
 */
public record CampaignResult(
    String network,
    String scenario,
    long seed,
    int planned,
    boolean complete,
    List<OfVariant> variants) {
  public CampaignResult {
    variants = List.copyOf(variants);
  }

  /** A scenario that was run once. */
  public static CampaignResult of(SimulationResult result) {
    Outcome outcome = Measures.of(result);
    SortedMap<String, Estimate> figures = new TreeMap<>();
    outcome.figures().forEach((name, value) -> figures.put(name, Estimate.of(value)));
    List<OfExpectation> expectations =
        result.verdicts().stream()
            .map(v -> new OfExpectation(v.text(), v.passed() ? 1 : 0))
            .toList();
    return new CampaignResult(
        result.network(),
        result.scenario(),
        result.seed(),
        1,
        result.complete(),
        List.of(new OfVariant("", 1, figures, expectations)));
  }

  /** Whether every expectation was met in every run, and all were carried out. */
  public boolean passed() {
    return complete && variants.stream().allMatch(OfVariant::passed);
  }

  /**
   * @param runs that were carried out
   * @param figures by name: see {@link Measures}
   */
  public record OfVariant(
      String label,
      int runs,
      SortedMap<String, Estimate> figures,
      List<OfExpectation> expectations) {
    public OfVariant {
      figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
      expectations = List.copyOf(expectations);
    }

    /** Whether it was run, and every expectation met in every run. */
    public boolean passed() {
      return runs > 0 && expectations.stream().allMatch(e -> e.met() == runs);
    }
  }

  /**
   * @param met in how many runs
   */
  public record OfExpectation(String text, int met) {}
}
