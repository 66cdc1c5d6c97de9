package org.vmn.runtime.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.outside;
import static org.vmn.runtime.TestNetworks.shop;
import static org.vmn.runtime.TestNetworks.story;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.SimulationException;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.Simulator;

/** Many runs together. */
class CampaignTest {
  private static final Network SHOP = shop();
  private static final Scenario RUSH = SHOP.scenarios().get(0);

  private static CampaignResult run(Campaign campaign, int threads) throws SimulationException {
    return new LocalEngine(threads).run(campaign, fraction -> {}, () -> false);
  }

  @Test
  void givesTheSameBytesOnAnyNumberOfThreads() throws SimulationException {
    Campaign campaign = new Campaign(Faults.of(new Variant("", SHOP, RUSH, 1), 1), 2, 7);
    String alone = CampaignReport.toJson(run(campaign, 1));
    assertEquals(alone, CampaignReport.toJson(run(campaign, 5)));
    assertEquals(
        CampaignReport.toCsv(List.of(run(campaign, 1))),
        CampaignReport.toCsv(List.of(run(campaign, 3))));
  }

  /** So that a campaign of one run says what `simulate` says. */
  @Test
  void beginsWithTheScenarioItself() throws SimulationException {
    Campaign campaign = new Campaign(List.of(new Variant("", SHOP, RUSH, 0)), 1, SHOP.seed());
    SimulationResult single = Simulator.run(SHOP, RUSH, Options.seeded(SHOP.seed()));
    Estimate loss = run(campaign, 1).variants().get(0).figures().get("www throughput");
    assertEquals(single.balancers().get(0).servedPerSecond(), loss.mean());
  }

  @Test
  void covers95OfAHundredMeans() throws SimulationException {
    Network bench = org.vmn.runtime.TestNetworks.bench(1, 1, Balancer.Algorithm.RANDOM);
    Scenario story = story(20, load(org.vmn.runtime.TestNetworks.all(bench, "c"), 500));
    int covered = 0;
    for (int i = 0; i < 100; i++) {
      Campaign campaign = new Campaign(List.of(new Variant("", bench, story, 0)), 5, i * 1000);
      Estimate e = run(campaign, 2).variants().get(0).figures().get("www throughput");
      covered += Math.abs(e.mean() - 500) <= e.halfWidth() ? 1 : 0;
    }
    assertTrue(covered >= 88, covered + " of 100 intervals cover the mean");
  }

  @Test
  void keepsWhatIsDoneWhenAskedToStop() throws SimulationException {
    Campaign campaign = new Campaign(List.of(new Variant("", SHOP, RUSH, 0)), 50, 1);
    AtomicInteger done = new AtomicInteger();
    CampaignResult result =
        new LocalEngine(1).run(campaign, f -> done.incrementAndGet(), () -> done.get() >= 3);
    assertFalse(result.complete());
    assertFalse(result.passed());
    assertEquals(3, result.variants().get(0).runs());
  }

  @Test
  void saysWhatCannotBeSimulated() {
    Scenario endless = story(3600, load(outside("internet"), 1e6));
    Campaign campaign = new Campaign(List.of(new Variant("", SHOP, endless, 0)), 3, 1);
    assertThrows(SimulationException.class, () -> run(campaign, 2));
  }

  @Test
  void refusesWhatWouldTakeForever() {
    List<Variant> one = List.of(new Variant("", SHOP, RUSH, 0));
    assertThrows(IllegalArgumentException.class, () -> new Campaign(one, 100_001, 1));
  }

  /** Three hosts, an uplink each, a router, four servers and one machine more. */
  @Test
  void failsEveryElementAndEveryPair() {
    Variant base = new Variant("", SHOP, RUSH, 0);
    assertEquals(13, Faults.of(base, 1).size());
    assertEquals(13, Faults.count(SHOP, 1));
    assertEquals(1 + 12 + 66, Faults.of(base, 2).size());
    assertEquals(79, Faults.count(SHOP, 2));
    assertEquals("kvm[1]", Faults.of(base, 1).get(1).label());
    assertEquals("kvm[1] + kvm[2]", Faults.of(base, 2).get(13).label());
  }

  @Test
  void differsByRunAndNotByVariant() {
    Variant base = new Variant("a", SHOP, RUSH, 0);
    Campaign campaign = new Campaign(List.of(base, new Variant("b", SHOP, RUSH, 0)), 3, 9);
    assertEquals(campaign.trial(0).seed(), campaign.trial(3).seed());
    assertEquals(campaign.trial(2).seed(), campaign.trial(5).seed());
    assertNotEquals(campaign.trial(0).seed(), campaign.trial(1).seed());
  }
}
