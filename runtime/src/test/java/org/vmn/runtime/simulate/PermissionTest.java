package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.literal;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.outside;
import static org.vmn.runtime.TestNetworks.shop;
import static org.vmn.runtime.TestNetworks.story;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;

/** Nobody is served whom the policy denies. */
class PermissionTest {
  private static SimulationResult.OfService from(Endpoints clients) throws SimulationException {
    return Simulator.run(shop(), story(10, load(clients, 100)), Options.seeded(3))
        .balancers()
        .get(0);
  }

  @Test
  void clientsThatARuleDenies() throws SimulationException {
    SimulationResult.OfService www = from(literal("203.0.113.0/24"));
    assertEquals(0, www.served());
    assertEquals(Map.of(Loss.DENIED, www.offered()), www.losses());
    assertEquals("deny 203.0.113.0/24 -> www", www.refusals().get(0).what());
    assertEquals(18, www.refusals().get(0).origin().line());
  }

  @Test
  void clientsThatNoRuleAllows() throws SimulationException {
    SimulationResult.OfService www = from(all(shop(), "admin"));
    assertEquals(0, www.served());
    assertEquals(Map.of(Loss.DENIED, www.offered()), www.losses());
    assertEquals("policy default deny", www.refusals().get(0).what());
    assertEquals("admin", www.refusals().get(0).where());
  }

  @Test
  void someOfTheClientsOutside() throws SimulationException {
    SimulationResult.OfService www = from(literal("203.0.112.0/23"));
    Poisson.assertCount(www.offered() / 2.0, www.served());
    assertEquals(
        www.offered(), www.served() + www.losses().getOrDefault(Loss.DENIED, 0L) + www.inFlight());
  }

  @Test
  void unionsOfPartsOfAnExternal() throws SimulationException {
    Endpoints both =
        new Endpoints(
            "two",
            List.of(
                literal("198.51.100.0/24").include().get(0),
                literal("203.0.113.0/24").include().get(0)),
            List.of());
    SimulationResult.OfService www = from(both);
    Poisson.assertCount(www.offered() / 2.0, www.served());
  }

  @Test
  void exclusionOfWhatWouldBeDenied() throws SimulationException {
    Endpoints trusted =
        new Endpoints(
            "internet except 203.0.113.0/24",
            outside("internet").include(),
            literal("203.0.113.0/24").include());
    SimulationResult.OfService www = from(trusted);
    assertEquals(Map.of(), www.losses());
    assertTrue(www.served() > 900);
  }

  @Test
  void setsWithoutClients() throws SimulationException {
    SimulationResult.OfService balancer =
        from(new Endpoints("www", List.of(new Member.Virtual("www")), List.of()));
    assertEquals(Map.of(Loss.NO_CLIENT, balancer.offered()), balancer.losses());
    assertEquals(balancer.offered(), from(literal("2001:db8::/32")).lost());
  }

  /**
   * Its own targets may use a balancer only where the policy says so; the reason is at the sender.
   */
  @Test
  void targetsAsClients() throws SimulationException {
    Network shop = shop();
    SimulationResult.OfService www = from(all(shop, "web"));
    assertEquals(0, www.served());
    assertTrue(www.refusals().stream().allMatch(r -> r.where().startsWith("web[")));
  }
}
