package org.vmn.runtime.simulate;

import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Endpoints;

/** Who asks in tests. */
final class TestClients {
  static final Endpoints INTERNET = TestNetworks.outside("internet");

  private TestClients() {}
}
