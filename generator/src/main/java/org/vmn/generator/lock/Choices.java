package org.vmn.generator.lock;

import java.util.ArrayList;
import java.util.List;

/** What one elaboration was told to keep, and what it chose. */
public final class Choices {
  private final String network;
  private final Lock kept;
  private final List<Fact> chosen = new ArrayList<>();

  public Choices(String network, Lock kept) {
    this.network = network;
    this.kept = kept;
  }

  /** What was chosen before, in order; empty when nothing was. */
  public List<String> kept(Fact.Kind kind, String owner) {
    return kept.values(network, kind, owner);
  }

  /** All that was chosen before of a kind. */
  public List<Fact> kept(Fact.Kind kind) {
    return kept.of(network, kind);
  }

  public void chose(Fact.Kind kind, String owner, String value) {
    chosen.add(new Fact(network, kind, owner, value));
  }

  /** The lock as it is now to be. */
  public Lock lock() {
    return kept.with(network, chosen);
  }
}
