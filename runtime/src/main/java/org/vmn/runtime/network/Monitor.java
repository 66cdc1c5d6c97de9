package org.vmn.runtime.network;

import java.util.List;

/**
 * What is watched while the network runs.
 *
 * @param watched machines, balancers and all else that has figures
 * @param intervalNanos between two samples
 * @param alerts what a person is told of when it does not hold
 */
public record Monitor(
    String name, Endpoints watched, long intervalNanos, List<Expectation> alerts, Origin origin) {

  public Monitor {
    alerts = List.copyOf(alerts);
  }
}
