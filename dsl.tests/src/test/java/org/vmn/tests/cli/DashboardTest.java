package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vmn.tests.lab.NeedsLab;

/**
 * Asks of a simulated network what dashboards for node exporter ("Node Exporter Full") and libvirt
 * exporter ask of a real one, and knows the answers by hand.
 */
@NeedsLab("prometheus")
@Timeout(120)
class DashboardTest {
  private static final String NETWORK =
      """
      network site
      host h[2] { cpu 4; memory 16 GiB; uplink eno1 { speed 1 Gbps; mtu 9000 } }
      segment lan { vlan 5; subnet 10.0.0.0/24; on h[*].eno1 }
      vm web { cpu 2; memory 4 GiB; nic lan; on h[1]; runs app on 80/tcp { demand 10 ms; concurrency 100 } }
      vm client { cpu 1; memory 2 GiB; nic lan; on h[2] }
      scenario day {
        for 6 min
        load client -> web : app { 50 req/s; request 1000 B; response 10000 B }
        at 3 min migrate web to h[2]
        at 4 min fail h[1]
        at 5 min restore h[1]
      }
      """;

  // A request is one packet of 1000 and 40 bytes; an answer is 10000 in seven: as the adapter sees
  // them, with Ethernet's 14 around each.
  private static final double ANSWERS = 50 * (10000 + 7 * 54);
  private static final double REQUESTS = 50 * (1000 + 54);
  private static final String HOST = "instance=\"h[1]\",job=\"node\"";
  private static final String GUEST = "domain=\"site-web\"";

  @TempDir private Path folder;

  @Test
  void showsTheSimulatedNetwork() throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("site.vmn"), NETWORK);
    Path metrics = folder.resolve("site.om");
    Cli.Run said =
        Cli.run("simulate", source, "--metrics", metrics, "--metrics-from", "2026-11-27T08:00:00Z");
    assertEquals(0, said.status(), said.err());
    try (Prometheus prometheus = Prometheus.of(metrics, folder)) {
      hosts(prometheus);
      machines(prometheus);
      failure(prometheus);
    }
  }

  private static void holds(Prometheus in, String at, double value, double error, String query)
      throws IOException, InterruptedException {
    List<Double> answer = in.ask(query, "2026-11-27T08:0" + at + "Z");
    assertEquals(1, answer.size(), query);
    assertEquals(value, answer.getFirst(), error, query);
  }

  private static void hosts(Prometheus in) throws IOException, InterruptedException {
    holds(in, "2:00", 1, 0, "count(node_uname_info{" + HOST + ",nodename=\"h[1]\"})");
    String cpu = "node_cpu_seconds_total{" + HOST;
    holds(in, "2:00", 12.5, 1, "100 * (1 - avg(rate(" + cpu + ",mode=\"idle\"}[100s])))");
    holds(in, "2:00", 0.125, 0.01, "avg(rate(" + cpu + ",mode=\"user\"}[100s]))");
    holds(in, "2:00", 4, 0, "count(count(" + cpu + "}) by (cpu))");
    String memory = "node_memory_%s_bytes{" + HOST + "}";
    String total = memory.formatted("MemTotal");
    holds(
        in, "2:00", 25, 1e-9, "100 * (1 - " + memory.formatted("MemAvailable") + "/" + total + ")");
    holds(
        in,
        "2:00",
        4.0 * (1L << 30),
        0,
        "%s - %s - (%s + %s + %s)"
            .formatted(
                total,
                memory.formatted("MemFree"),
                memory.formatted("Cached"),
                memory.formatted("Buffers"),
                memory.formatted("SReclaimable")));
    holds(
        in,
        "2:00",
        120,
        0,
        "node_time_seconds{" + HOST + "} - node_boot_time_seconds{" + HOST + "}");
    String wire = "{" + HOST + ",device=\"eno1\"}";
    double sent = 50 * (10000 + 7 * 82.0);
    holds(
        in, "2:00", sent, 0.1 * sent, "rate(node_network_transmit_bytes_total" + wire + "[100s])");
    double got = 50 * (1000 + 82.0);
    holds(in, "2:00", got, 0.1 * got, "rate(node_network_receive_bytes_total" + wire + "[100s])");
    holds(in, "2:00", 125e6, 0, "node_network_speed_bytes" + wire);
    holds(in, "2:00", 9000, 0, "node_network_mtu_bytes" + wire);
  }

  private static void machines(Prometheus in) throws IOException, InterruptedException {
    String on1 = "{" + GUEST + ",instance=\"h[1]\"}";
    holds(in, "2:00", 1, 0, "libvirt_domain_info_state{" + GUEST + "}");
    holds(in, "2:00", 2, 0, "libvirt_domain_vcpu_current{" + GUEST + "}");
    holds(
        in, "2:00", 4.0 * (1L << 30), 0, "libvirt_domain_info_maximum_memory_bytes{" + GUEST + "}");
    holds(
        in,
        "2:00",
        25,
        2,
        "rate(libvirt_domain_info_cpu_time_seconds_total%s[100s]) / libvirt_domain_vcpu_current%s * 100"
            .formatted(on1, on1));
    holds(in, "2:00", 1, 0, "count(libvirt_domain_interface_stats_info{" + GUEST + "})");
    String adapter =
        "sum by (domain, target_device) (rate(libvirt_domain_interface_stats_%s_bytes_total{"
            + GUEST
            + "}[100s]))";
    holds(in, "2:00", ANSWERS, 0.1 * ANSWERS, adapter.formatted("transmit"));
    holds(in, "2:00", REQUESTS, 0.1 * REQUESTS, adapter.formatted("receive"));
  }

  /** A machine that moved is told of by its new host; a host that is down tells nothing. */
  private static void failure(Prometheus in) throws IOException, InterruptedException {
    holds(in, "5:00", 1, 0, "count(last_over_time(libvirt_domain_info_state{" + GUEST + "}[10s]))");
    holds(in, "4:30", 0, 0, "up{" + HOST + "}");
    holds(in, "4:30", 1, 0, "absent(last_over_time(node_uname_info{" + HOST + "}[20s]))");
    holds(in, "5:50", 1, 0, "up{" + HOST + "}");
    holds(
        in,
        "5:50",
        50,
        2,
        "node_time_seconds{" + HOST + "} - node_boot_time_seconds{" + HOST + "}");
    holds(in, "5:50", 6, 0, "node_memory_MemTotal_bytes{instance=\"h[2]\"} / 2^30 - 10");
  }
}
