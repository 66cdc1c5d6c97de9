package org.vmn.runtime.campaign;

import org.jspecify.annotations.Nullable;

/** Engines that come beside the local one, found on the class path by {@link Engines}. */
public interface EngineProvider {

  /**
   * The engine at an address such as {@code spark://host:7077}; null when the address isn't for
   * this provider. Connects to nothing yet.
   */
  @Nullable CampaignEngine open(String address);
}
