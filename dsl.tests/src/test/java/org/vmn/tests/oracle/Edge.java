package org.vmn.tests.oracle;

import org.vmn.runtime.network.External;

/** Where the network ends: an external has its addresses and no others. */
record Edge(Catalogue catalogue) {

  void pass(Stage.AtEdge at, Headers packets, Run run) {
    External external = catalogue.external(at.external());
    Headers there = packets.and(at.memory().header().isTo(external.addresses()));
    run.to(new Stage.Delivered(new Spot.Outside(external), at.memory()), there);
    run.lose(at.memory(), packets.minus(there));
  }

  /**
   * An answer that leaves without passing a router has not passed the place where a balancer's
   * address is put back.
   */
  void pass(Stage.BackAtEdge at, Headers packets, Run run) {
    Spot outside = new Spot.Outside(catalogue.external(at.external()));
    if (at.by() == null && at.memory().chosen() != null) {
      run.lose(at.memory(), packets);
    } else {
      run.to(new Stage.BackAt(outside, at.memory()), packets);
    }
  }
}
