package org.vmn.runtime.campaign;

import java.util.ServiceLoader;

/** Finds the engine that an address names. */
public final class Engines {
  /** The address of this machine. */
  public static final String LOCAL = "local";

  private Engines() {}

  /**
   * The engine at an address.
   *
   * @param threads for {@link #LOCAL}, 1 or more
   * @throws EngineException when nothing here knows such an address
   */
  public static CampaignEngine open(String address, int threads) {
    if (address.equals(LOCAL)) {
      return new LocalEngine(threads);
    }
    for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
      CampaignEngine engine = provider.open(address);
      if (engine != null) {
        return engine;
      }
    }
    throw new EngineException(
        "there is no engine for `" + address + "` here",
        address.startsWith("spark")
            ? "build VMN with `mvn package -Pspark`, and run it with Spark's jars: see"
                + " runtime/README.md"
            : "use `local`, or `spark://HOST:PORT` for a Spark cluster");
  }
}
