package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Origin;

/** A scenario that can't be simulated. */
public final class SimulationException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Origin origin;

  SimulationException(String message, Origin origin) {
    super(message);
    this.origin = origin;
  }

  /** What in the source asks for it. */
  public Origin origin() {
    return origin;
  }
}
