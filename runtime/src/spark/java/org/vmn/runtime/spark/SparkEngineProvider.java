package org.vmn.runtime.spark;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.campaign.CampaignEngine;
import org.vmn.runtime.campaign.EngineProvider;

/** {@code spark://host:port}, or {@code spark} under spark-submit, which knows the master. */
public final class SparkEngineProvider implements EngineProvider {
  @Override
  public @Nullable CampaignEngine open(String address) {
    return address.equals("spark") || address.startsWith("spark://")
        ? new SparkEngine(address)
        : null;
  }
}
