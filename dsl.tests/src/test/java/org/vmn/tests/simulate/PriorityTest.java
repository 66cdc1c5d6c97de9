package org.vmn.tests.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;
import org.vmn.runtime.simulate.Simulator;

/** `priority` on a wire that isn't wide enough for all. */
class PriorityTest {
  private static SimulationResult run(String gold, String plain, String story) throws Exception {
    String text =
        """
        network n
        host h[2] { cpu 8; uplink e { speed 100 Mbps } }
        segment lan { vlan 5; subnet 10.0.0.0/24; on h[*].e }
        vm gold { nic lan %s; on h[1] }
        vm plain { nic lan %s; on h[1] }
        vm sink {
          nic lan; on h[2]
          runs a on 81/tcp { demand 1 ns; concurrency 1000 }
          runs b on 82/tcp { demand 1 ns; concurrency 1000 }
        }
        scenario s { %s }
        """
            .formatted(gold, plain, story);
    Network network =
        new Compiler()
            .compile(new Source(Path.of("n.vmn"), text.getBytes(StandardCharsets.UTF_8)))
            .network();
    Objects.requireNonNull(network, text);
    return Simulator.run(network, network.scenarios().get(0), Options.seeded(1));
  }

  /** Data in bytes on the wire: each packet of 1460 has 40 of headers, 38 of Ethernet and a tag. */
  private static double seconds(double bytes) {
    return (bytes + Math.ceil(bytes / 1460) * (40 + 38 + 4)) * 8 / 100e6;
  }

  private static Map<String, Double> copies(String gold, String plain, String story)
      throws Exception {
    return run(gold, plain, story).happenings().stream()
        .filter(h -> h.kind() == Kind.COPIED)
        .collect(
            Collectors.toMap(
                h -> h.element().toString().replaceAll(" ->.*", ""),
                h -> Double.parseDouble(h.text().replaceAll(".* in ([0-9.]+) s", "$1"))));
  }

  private static final String BOTH =
      "for 60 s; load gold -> sink { 100 MB }; load plain -> sink { 100 MB }";

  @Test
  void copiesSayTheirSizeAsItWasWritten() throws Exception {
    for (String size : List.of("1536 KiB", "2 MiB", "3 MB", "1001 kB")) {
      String text =
          run("", "", "for 9 s; load gold -> sink { " + size + " }").happenings().stream()
              .filter(h -> h.kind() == Kind.COPIED)
              .map(h -> h.text())
              .collect(Collectors.joining());
      assertEquals(size, text.replaceAll(" in .*", ""));
    }
  }

  @Test
  void dataOfAHigherPriorityGoesFirst() throws Exception {
    double alone = seconds(100e6);
    Map<String, Double> copies = copies("{ priority 5 }", "", BOTH);
    assertEquals(alone, copies.getOrDefault("gold", 0.0), 0.002);
    assertEquals(2 * alone, copies.getOrDefault("plain", 0.0), 0.002);
  }

  @Test
  void equalPrioritiesShare() throws Exception {
    Map<String, Double> copies = copies("{ priority 5 }", "{ priority 5 }", BOTH);
    assertEquals(2 * seconds(100e6), copies.getOrDefault("gold", 0.0), 0.002);
    assertEquals(2 * seconds(100e6), copies.getOrDefault("plain", 0.0), 0.002);
  }

  /** 1 is background, which comes after what states nothing. */
  @Test
  void backgroundComesLast() throws Exception {
    Map<String, Double> copies = copies("{ priority 1 }", "", BOTH);
    assertEquals(2 * seconds(100e6), copies.getOrDefault("gold", 0.0), 0.002);
    assertEquals(seconds(100e6), copies.getOrDefault("plain", 0.0), 0.002);
  }

  private static double mean(SimulationResult result, String program) {
    return result.programs().stream()
        .filter(p -> p.name().equals("sink." + program))
        .map(p -> Objects.requireNonNull(p.latency()).mean())
        .findFirst()
        .orElseThrow();
  }

  private static SimulationResult requests(String gold, String plain, double first, double second)
      throws Exception {
    return run(
        gold,
        plain,
        """
        for 1000 s
          load gold -> sink : a { %f req/s; request 30 KiB; response 100 B }
          load plain -> sink : b { %f req/s; request 30 KiB; response 100 B }
        """
            .formatted(first, second));
  }

  /**
   * Two Poisson streams of equal messages: what is in service, rho s / 2, keeps both waiting; the
   * higher waits that / (1 - rho1), the lower that / (1 - rho1) / (1 - rho) (Cobham, 1954).
   */
  @Test
  void requestsWaitAsCobhamSays() throws Exception {
    double own = seconds(30 * 1024);
    SimulationResult idle = requests("{ priority 6 }", "", 1, 1);
    SimulationResult busy = requests("{ priority 6 }", "", 0.4 / own, 0.4 / own);
    double service = 0.8 * own / 2;
    double high = (mean(busy, "a") - mean(idle, "a")) / 1e9;
    double low = (mean(busy, "b") - mean(idle, "b")) / 1e9;
    assertEquals(service / 0.6, high, 0.03 * high);
    assertEquals(service / 0.6 / 0.2, low, 0.05 * low);
  }

  /** More than fits: the higher lose nothing, and the lower what there is too much. */
  @Test
  void theLowerLose() throws Exception {
    double own = seconds(30 * 1024);
    SimulationResult result = requests("{ priority 6 }", "", 0.6 / own, 0.8 / own);
    List<Long> lost = result.programs().stream().map(p -> p.lost()).toList();
    assertEquals(0, lost.get(0));
    assertEquals(0.5, (double) lost.get(1) / result.programs().get(1).offered(), 0.02);
    result
        .programs()
        .forEach(p -> assertEquals(p.offered(), p.served() + p.lost() + p.inFlight(), p.name()));
    assertTrue(result.uplinks().get(0).out() > 0.99);
  }

  /** A copy of low priority is nothing to requests of a high one; the other way it is. */
  @Test
  void copiesGiveWayToRequests() throws Exception {
    String alone = "for 60 s; load gold -> sink : a { 100 req/s; request 1 KiB; response 100 B }";
    String both = alone + "; load plain -> sink { 10 GB }";
    double free = mean(run("", "", alone), "a");
    assertEquals(free, mean(run("{ priority 6 }", "", both), "a"), 0.02 * free);
    assertTrue(mean(run("", "{ priority 6 }", both), "a") > 10 * free);
  }
}
