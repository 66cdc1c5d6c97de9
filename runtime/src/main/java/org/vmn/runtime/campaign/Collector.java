package org.vmn.runtime.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.campaign.CampaignResult.OfExpectation;
import org.vmn.runtime.campaign.CampaignResult.OfVariant;
import org.vmn.runtime.network.Expectation;

/** Puts the outcomes of all trials together, in the order of their numbers. */
public final class Collector {
  private final Campaign campaign;
  private final @Nullable Outcome[] outcomes;
  private int done;

  public Collector(Campaign campaign) {
    this.campaign = campaign;
    this.outcomes = new @Nullable Outcome[campaign.trials()];
  }

  /** May be called by any thread. A trial that comes a second time changes nothing. */
  public synchronized void accept(int number, Outcome outcome) {
    if (outcomes[number] == null) {
      outcomes[number] = outcome;
      done++;
    }
  }

  public synchronized boolean has(int number) {
    return outcomes[number] != null;
  }

  /** How many trials have come. */
  public synchronized int done() {
    return done;
  }

  public synchronized CampaignResult result() {
    List<OfVariant> variants = new ArrayList<>();
    for (int i = 0; i < campaign.variants().size(); i++) {
      variants.add(variant(i));
    }
    Variant first = campaign.variants().get(0);
    return new CampaignResult(
        first.network().name(),
        first.scenario().name(),
        campaign.seed(),
        campaign.runs(),
        done == outcomes.length,
        variants);
  }

  private OfVariant variant(int index) {
    Variant variant = campaign.variants().get(index);
    List<Expectation> expected = variant.scenario().expectations();
    Map<String, List<Double>> figures = new TreeMap<>();
    int[] met = new int[expected.size()];
    int runs = 0;
    for (int run = 0; run < campaign.runs(); run++) {
      Outcome outcome = outcomes[index * campaign.runs() + run];
      if (outcome != null) {
        runs++;
        outcome
            .figures()
            .forEach((k, v) -> figures.computeIfAbsent(k, x -> new ArrayList<>()).add(v));
        for (int i = 0; i < met.length; i++) {
          met[i] += outcome.passed().get(i) ? 1 : 0;
        }
      }
    }
    SortedMap<String, Estimate> estimates = new TreeMap<>();
    figures.forEach((name, all) ->
        estimates.put(name, Estimate.of(all.stream().mapToDouble(Double::doubleValue).toArray())));
    List<OfExpectation> expectations = new ArrayList<>();
    for (int i = 0; i < met.length; i++) {
      expectations.add(new OfExpectation(expected.get(i).text(), met[i]));
    }
    return new OfVariant(variant.label(), runs, estimates, expectations);
  }
}
