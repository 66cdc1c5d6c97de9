package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.TestNetworks.outside;
import static org.vmn.runtime.TestNetworks.shop;
import static org.vmn.runtime.TestNetworks.story;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Scenario;

class SimulatorTest {
  private static SimulationResult black(long seed) throws SimulationException {
    return Simulator.run(shop(), shop().scenarios().get(0), Options.seeded(seed));
  }

  @Test
  void sameSeedSameBytes() throws SimulationException {
    String report = SimulationReport.toJson(black(5));
    assertEquals(report, SimulationReport.toJson(black(5)));
    assertNotEquals(report, SimulationReport.toJson(black(6)));
    assertTrue(JsonParser.parseString(report).getAsJsonObject().has("verdicts"));
  }

  @Test
  void judgesExpectations() throws SimulationException {
    SimulationResult result = black(5);
    assertEquals(3, result.verdicts().size());
    assertTrue(result.verdicts().get(0).passed(), result.verdicts().toString());
    assertFalse(result.verdicts().get(1).passed(), result.verdicts().toString());
    assertTrue(result.verdicts().get(2).passed(), result.verdicts().toString());
    assertFalse(result.passed());
    assertTrue(result.verdicts().get(0).explanation().startsWith("p99 latency of `www` was "));
  }

  /** offered = served + lost + in flight, in sum and over time, whatever happens. */
  @Property(tries = 60, seed = "1")
  void losesNoRequest(
      @ForAll @IntRange(min = 1, max = 6) int servers,
      @ForAll Balancer.Algorithm algorithm,
      @ForAll @IntRange(max = 3) int speed,
      @ForAll @DoubleRange(max = 4000) double first,
      @ForAll @DoubleRange(max = 4000) double last,
      @ForAll @IntRange(min = 1, max = 3) int host,
      @ForAll @IntRange(max = 10) int at,
      @ForAll long seed)
      throws SimulationException {
    Network network = shop(servers, 1, algorithm, speed * 50_000_000L);
    Scenario scenario =
        TestNetworks.failing(
            story(10, load(outside("internet"), 10, first, last)),
            at,
            new Element.OfHost(new Ref("kvm", host)));
    SimulationResult result = Simulator.run(network, scenario, Options.seeded(seed).withQueue(50));
    SimulationResult.OfService www = result.balancers().get(0);
    assertEquals(www.offered(), www.served() + www.lost() + www.inFlight());
    assertTrue(www.inFlight() >= 0);
    assertEquals(www.lost(), www.losses().values().stream().mapToLong(n -> n).sum());
    List<SimulationResult.Moment> moments = www.timeline().moments();
    assertEquals(www.offered(), moments.stream().mapToLong(m -> m.offered()).sum());
    assertEquals(www.served(), moments.stream().mapToLong(m -> m.served()).sum());
    assertEquals(www.lost(), moments.stream().mapToLong(m -> m.lost()).sum());
    assertTrue(result.machines().stream().mapToLong(m -> m.served()).sum() >= www.served());
    assertTrue(result.machines().stream().allMatch(m -> m.utilisation() <= 1 + 1e-9));
    assertTrue(result.uplinks().stream().allMatch(u -> u.out() <= 1 + 1e-9 && u.in() <= 1 + 1e-9));
  }

  @Test
  void refusesTooMuchAtOnce() {
    SimulationException e =
        assertThrows(
            SimulationException.class,
            () ->
                Simulator.run(
                    shop(),
                    story(3600, load(outside("internet"), 3600, 0, 1e6)),
                    Options.seeded(0)));
    assertEquals(
        "scenario `story` makes about 1800000000 requests; the most that is simulated is 50000000."
            + " Shorten it or lower its rates",
        e.getMessage());
    assertEquals(21, e.origin().line());
  }

  @Test
  void tellsProgressAndCanBeCancelled() throws SimulationException {
    List<Double> fractions = new ArrayList<>();
    Scenario story = story(100, load(outside("internet"), 2000));
    Simulator.run(shop(), story, Options.seeded(0).withProgress(fractions::add));
    assertTrue(fractions.size() > 20 && fractions.size() < 110, fractions.toString());
    assertEquals(fractions.stream().sorted().toList(), fractions);
    assertEquals(1.0, fractions.get(fractions.size() - 1));
    assertThrows(
        CancellationException.class,
        () -> Simulator.run(shop(), story, Options.seeded(0).withCancellation(() -> true)));
  }
}
