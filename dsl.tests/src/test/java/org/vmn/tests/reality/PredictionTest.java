package org.vmn.tests.reality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.runtime.network.Network;
import org.vmn.tests.artifacts.Examples;
import org.vmn.tests.lab.NeedsLab;

/**
 * Transfers through a real network are as fast as the simulator says, within 15 %. Flows of which
 * the simulator says the same are taken together: in a few seconds, TCP is fair only on average.
 */
@NeedsLab("traffic")
@Timeout(240)
class PredictionTest {
  private static final double TOLERANCE = 0.15;

  /** A machine that others use too disturbs some, and a wrong prediction fails all. */
  private static final int MEASUREMENTS = 3;

  @TempDir Path temp;

  private double loss;

  @Test
  void fourFlowsShareABottleneck() throws IOException {
    share(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  @Tag("slow")
  void fewAndManyShareABottleneck(int flows) throws IOException {
    share(flows);
  }

  private void share(int flows) throws IOException {
    compare(
        """
        host kvm[2] { cpu 64; memory 64 GiB; uplink eno1 { speed 20 Mbps; latency 5 ms } }
        """
            + machines(flows, ""),
        pairs(flows, 16_000 / flows));
  }

  @Test
  void anAdapterWithARate() throws IOException {
    compare(
        """
        host kvm[2] { cpu 64; memory 64 GiB; uplink eno1 { speed 20 Mbps; latency 5 ms } }
        """
            + machines(2, "")
            + "vm slow { nic net { rate 4 Mbps }; on kvm[1] }\n"
            + "vm s { nic net; runs sink on 5001/tcp; on kvm[2] }\n",
        List.of(
            new Copying("l1", "r1", 6000),
            new Copying("l2", "r2", 6000),
            new Copying("slow", "s", 3000)));
  }

  /** A flow that crosses two wires, beside one on each of them. */
  @Test
  @Tag("slow")
  void twoBottlenecks() throws IOException {
    compare(
        """
        host a { cpu 64; memory 64 GiB; uplink eno1 { speed 20 Mbps; latency 2 ms } }
        host b { cpu 64; memory 64 GiB; uplink eno1 { speed 12 Mbps; latency 2 ms } }
        host c { cpu 64; memory 64 GiB; uplink eno1 { speed 50 Mbps; latency 2 ms } }
        overlay tenant vxlan over a.eno1, b.eno1, c.eno1
        segment net in tenant { subnet 10.1.0.0/24 }
        vm a1 { nic net; on a }
        vm a2 { nic net; on a }
        vm c1 { nic net; on c }
        vm b1 { nic net; runs sink on 5001/tcp; on b }
        vm b2 { nic net; runs sink on 5001/tcp; on b }
        vm c2 { nic net; runs sink on 5001/tcp; on c }
        """,
        List.of(
            new Copying("a1", "b1", 6000),
            new Copying("a2", "c2", 14_000),
            new Copying("c1", "b2", 6000)));
  }

  /** Not the wires' speed limits these, but how often their windows shrink. */
  @Test
  void wiresThatLose() throws IOException {
    loss = 0.005;
    compare(
        """
        host kvm[2] { cpu 64; memory 64 GiB; uplink eno1 { speed 50 Mbps; latency 15 ms } }
        """
            + machines(4, ""),
        pairs(4, 10_000));
  }

  private static List<Copying> pairs(int count, int kibibytes) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Copying("l" + i, "r" + i, kibibytes))
        .toList();
  }

  private static String machines(int pairs, String more) {
    return """
    overlay tenant vxlan over kvm[*].eno1
    segment net in tenant { subnet 10.1.0.0/24 }
    """
        + IntStream.rangeClosed(1, pairs)
            .mapToObj(i ->
                "vm l%1$d { nic net; on kvm[1] }\nvm r%1$d { nic net; runs sink on 5001/tcp; on kvm[2] }\n"
                    .formatted(i))
            .collect(Collectors.joining())
        + more;
  }

  private String impairment() {
    return loss == 0 ? "" : "at 0 s link kvm[*].eno1 { loss %s %% }\n".formatted(100 * loss);
  }

  private void compare(String text, List<Copying> all) throws IOException {
    String scenario =
        all.stream()
            .map(Copying::load)
            .collect(
                Collectors.joining("\n", "scenario bulk {\nfor 5 min\n" + impairment(), "\n}\n"));
    Network network = build(text + scenario, "out");
    try (RealNetwork real = new RealNetwork(network, temp.resolve("out"), loss)) {
      // What wires lose is felt after a round trip, and a busy machine makes that longer.
      long latency = real.roundTripMicros(all.get(0).from(), all.get(0).to()) / 4;
      String asMeasured = text.replaceAll("latency \\d+ ms", "latency " + latency + " us");
      List<Double> predicted = Copying.simulated(build(asMeasured + scenario, "sim"), all);
      String off = "not measured";
      for (int i = 0; i < MEASUREMENTS && !off.isEmpty(); i++) {
        off = tooFarOff(predicted, Copying.real(real, all));
      }
      assertEquals("", off);
    }
  }

  private Network build(String text, String out) throws IOException {
    Path file = Files.writeString(temp.resolve(out + ".vmn"), "network real\n" + text);
    return Examples.build(file, temp.resolve(out));
  }

  private static String tooFarOff(List<Double> predicted, List<Double> measured) {
    Map<Long, List<Integer>> alike =
        IntStream.range(0, predicted.size())
            .boxed()
            .collect(Collectors.groupingBy(i -> Math.round(20 * predicted.get(i))));
    StringBuilder off = new StringBuilder();
    for (List<Integer> group : alike.values()) {
      double says = group.stream().mapToDouble(predicted::get).average().orElseThrow();
      double is = group.stream().mapToDouble(measured::get).average().orElseThrow();
      if (Math.abs(says - is) > TOLERANCE * is) {
        off.append("flows %s: predicted %.2f Mbit/s, measured %.2f%n".formatted(group, says, is));
      }
    }
    return off.toString();
  }
}
