package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.campaign.Campaign;
import org.vmn.runtime.campaign.CampaignEngine;
import org.vmn.runtime.campaign.CampaignResult;
import org.vmn.runtime.campaign.Engines;
import org.vmn.runtime.campaign.Faults;
import org.vmn.runtime.campaign.Variant;
import org.vmn.runtime.simulate.SimulationException;

/** Carries campaigns out for the command line. */
final class CampaignRun {
  private final CampaignOptions options;
  private final long seed;

  CampaignRun(CampaignOptions options, long seed) {
    this.options = options;
    this.seed = seed;
  }

  /**
   * @throws IllegalArgumentException when the options ask for more than can be run: said before
   *     anything is
   */
  Campaign plan(List<Variant> written) {
    List<Variant> variants = new ArrayList<>();
    for (Variant variant : written) {
      if (options.failing == null) {
        variants.add(variant);
      } else {
        int together = options.failing == CampaignOptions.Failing.SINGLE ? 1 : 2;
        long count = Faults.count(variant.network(), together);
        if (count > Campaign.MOST_TRIALS) {
          throw new IllegalArgumentException(
              count + " sets of failures; the most is " + Campaign.MOST_TRIALS + " runs");
        }
        variants.addAll(Faults.of(variant, together));
      }
    }
    return new Campaign(variants, options.runs, seed);
  }

  CampaignResult run(Campaign campaign, Interruption interruption, PrintWriter err)
      throws SimulationException {
    CampaignEngine engine = Engines.open(options.engine, options.threads);
    String what = "simulating " + Summary.count(campaign.trials(), "run");
    try (Progress progress = new Progress(err, what)) {
      return engine.run(campaign, progress::at, interruption::asked);
    }
  }
}
