package org.vmn.tests.reality;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.SimulationException;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Happening;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;
import org.vmn.runtime.simulate.Simulator;

/**
 * Data that one machine sends another, simulated and with iperf3.
 *
 * @param kibibytes how much is sent in the simulation, and in reality as much as time allows: sizes
 *     are to be such that all transfers end at about the same time
 */
record Copying(String from, String to, int kibibytes) {
  private static final int PORT = 5001;

  /** On a loaded machine, beside one for each process. */
  private static final int SECONDS_TO_PREPARE = 6;

  /** While connections find their speed. */
  private static final int SECONDS_TO_SETTLE = 4;

  private static final int SECONDS = 6;

  private static final Pattern DONE = Pattern.compile("\\d+ \\w+ in ([0-9.]+) s");
  private static final Executor THREADS = command -> Thread.ofVirtual().start(command);

  /** As a scenario says it. */
  String load() {
    return "load %s -> %s { %d KiB }".formatted(from, to, kibibytes);
  }

  /** Megabits of payload that each gets a second in the network's first scenario. */
  static List<Double> simulated(Network network, List<Copying> all) {
    try {
      SimulationResult result =
          Simulator.run(network, network.scenarios().get(0), Options.seeded(1));
      return all.stream().map(copying -> copying.rate(result)).toList();
    } catch (SimulationException e) {
      throw new AssertionError(e);
    }
  }

  private double rate(SimulationResult result) {
    for (Happening happening : result.happenings()) {
      if (happening.kind() == Kind.COPIED && happening.element().equals(from + " -> " + to)) {
        Matcher done = DONE.matcher(happening.text());
        if (done.matches()) {
          return kibibytes * 8192e-6 / Double.parseDouble(done.group(1));
        }
      }
    }
    throw new AssertionError(this + " isn't done: " + result.happenings());
  }

  /**
   * Megabits of payload that each gets a second, in a time in which all are under way: read from
   * what the receivers' adapters count.
   */
  static List<Double> real(RealNetwork network, List<Copying> all) {
    for (Copying copying : all) {
      network
          .station(copying.to)
          .exec("iperf3 --server --one-off --port %d --daemon".formatted(PORT))
          .ok();
    }
    long start = System.currentTimeMillis() / 1000 + SECONDS_TO_PREPARE + 2 * all.size();
    List<CompletableFuture<Void>> senders =
        all.stream().map(copying -> copying.send(network, start)).toList();
    List<CompletableFuture<Double>> receivers =
        all.stream().map(copying -> copying.receive(network, start + SECONDS_TO_SETTLE)).toList();
    List<Double> rates = receivers.stream().map(CompletableFuture::join).toList();
    senders.forEach(CompletableFuture::join);
    return rates;
  }

  private CompletableFuture<Void> send(RealNetwork network, long start) {
    String script =
        "%snice -n -10 iperf3 --client %s --port %d --time %d --congestion reno"
            .formatted(await(start), network.address(to), PORT, SECONDS_TO_SETTLE + SECONDS + 2);
    return CompletableFuture.runAsync(() -> network.station(from).exec(script).ok(), THREADS);
  }

  private CompletableFuture<Double> receive(RealNetwork network, long start) {
    String count = "echo $(date +%s%N) $(cat /sys/class/net/eth0/statistics/rx_bytes)\n";
    String script = await(start) + count + await(start + SECONDS) + count;
    return CompletableFuture.supplyAsync(
        () -> rate(network.station(to).exec(script).ok().text(), network.mtu()), THREADS);
  }

  private static String await(long second) {
    return """
    left=$((%d000000 - $(date +%%s%%N) / 1000))
    [ $left -ge 0 ] || { echo 'too busy to begin in time' >&2; exit 75; }
    busybox usleep $left
    """
        .formatted(second);
  }

  /** An Ethernet header, one of IP, and one of TCP with timestamps aren't payload. */
  private static double rate(String counts, int mtu) {
    String[] words = counts.split("\\s+");
    double seconds = (Long.parseLong(words[2]) - Long.parseLong(words[0])) / 1e9;
    long bytes = Long.parseLong(words[3]) - Long.parseLong(words[1]);
    return bytes * 8e-6 / seconds * (mtu - 20 - 32) / (mtu + 14);
  }
}
