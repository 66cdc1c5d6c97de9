package org.vmn.tests.reality;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.Options;
import org.vmn.runtime.simulate.SimulationException;
import org.vmn.runtime.simulate.SimulationResult.OfService;
import org.vmn.runtime.simulate.Simulator;
import org.vmn.tests.lab.Station;

/**
 * Clients of a web server, simulated and with Python's.
 *
 * @param thinkMillis mean time from an answer to the next request
 * @param kibibytes of an answer
 */
record Asking(int clients, int thinkMillis, int kibibytes) {
  static final int PORT = 8080;

  private static final int SECONDS_TO_SETTLE = 8;
  private static final int SECONDS = 15;

  /** What clients see. */
  record Seen(double answersPerSecond, double meanMillis) {
    boolean isNear(Seen other, double tolerance) {
      return near(answersPerSecond, other.answersPerSecond, tolerance)
          && near(meanMillis, other.meanMillis, tolerance);
    }

    private static boolean near(double says, double is, double tolerance) {
      return Math.abs(says - is) <= tolerance * is;
    }
  }

  /** As a scenario says it, from machine {@code c} to program {@code web : shop}. */
  String load() {
    return "load c -> web : shop { %d clients; think %d ms; request 200 B; response %d KiB }"
        .formatted(clients, thinkMillis, kibibytes);
  }

  static Seen simulated(Network network) {
    try {
      OfService shop =
          Simulator.run(network, network.scenarios().get(0), Options.seeded(1)).programs().get(0);
      return new Seen(shop.servedPerSecond(), Objects.requireNonNull(shop.latency()).mean() / 1e6);
    } catch (SimulationException e) {
      throw new AssertionError(e);
    }
  }

  Seen real(RealNetwork network) throws IOException {
    Station client = network.station("c");
    // As between programs that keep their connections busy: their windows stay open.
    String open = "sysctl -qw net.ipv4.tcp_slow_start_after_idle=0\n";
    network.station("web").exec(open).ok();
    String[] words =
        client
            .exec(
                open
                    + python(
                        "clients.py",
                        "%s %d %d %d %s %d %d"
                            .formatted(
                                network.address("web"),
                                PORT,
                                kibibytes * 1024,
                                clients,
                                thinkMillis / 1e3,
                                SECONDS_TO_SETTLE,
                                SECONDS)))
            .ok()
            .text()
            .strip()
            .split(" ");
    return new Seen(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
  }

  /** Starts the server, which ends with its host. */
  static void serve(RealNetwork network) throws IOException {
    network
        .station("web")
        .exec("setsid " + python("server.py", PORT + " </dev/null >/dev/null 2>&1 &"))
        .ok();
  }

  private static String python(String program, String arguments) throws IOException {
    try (InputStream in = Asking.class.getResourceAsStream(program)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return "nice -n -10 python3 -c '%s' %s".formatted(text, arguments);
    }
  }
}
