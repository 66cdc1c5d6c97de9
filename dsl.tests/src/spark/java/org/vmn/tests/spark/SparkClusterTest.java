package org.vmn.tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A campaign on a cluster writes the bytes that it writes here, whatever happens to workers. */
@Timeout(1200)
class SparkClusterTest {
  private static final List<String> CAMPAIGN =
      List.of(
          "simulate",
          "--format=json",
          "--runs=3",
          "--failures=single",
          "examples/03-shop/shop.vmn");

  @TempDir Path home;

  @Test
  void sameBytesThoughAWorkerIsLost() throws IOException, InterruptedException {
    try (SparkCluster cluster = new SparkCluster(home)) {
      Process lost = cluster.addWorker("one");
      cluster.addWorker("two");
      Process run = vmn(cluster, "cluster", cluster.address());
      while (Files.notExists(home.resolve("one")) || !worksAtIt(home.resolve("one"))) {
        assertTrue(run.isAlive(), () -> said(cluster, "cluster"));
        Thread.sleep(100);
      }
      Thread.sleep(5000);
      SparkCluster.kill(lost);
      assertTrue(run.isAlive(), "lost too late to matter");
      assertTrue(run.waitFor(500, TimeUnit.SECONDS));
      Process here = vmn(cluster, "here", "local");
      assertTrue(here.waitFor(500, TimeUnit.SECONDS));
      assertEquals(here.exitValue(), run.exitValue(), () -> said(cluster, "cluster"));
      String expected = cluster.output("here", "out");
      assertTrue(expected.contains("\"complete\": true"), () -> said(cluster, "here"));
      assertEquals(expected, cluster.output("cluster", "out"), () -> said(cluster, "cluster"));
    }
  }

  @Test
  void saysThatThereIsNoCluster() throws IOException, InterruptedException {
    try (SparkCluster cluster = new SparkCluster(home)) {
      Process run = vmn(cluster, "none", "spark://127.0.0.1:1");
      assertTrue(run.waitFor(200, TimeUnit.SECONDS));
      assertEquals(2, run.exitValue());
      assertTrue(
          cluster.output("none", "err").contains("error: the cluster"),
          () -> said(cluster, "none"));
    }
  }

  private static Process vmn(SparkCluster cluster, String log, String engine) throws IOException {
    List<String> arguments = new ArrayList<>(CAMPAIGN);
    arguments.add("--engine=" + engine);
    return cluster.start(log, "org.vmn.generator.cli.Main", arguments.toArray(String[]::new));
  }

  /** Whether a worker has started an executor. */
  private static boolean worksAtIt(Path worker) throws IOException {
    try (var files = Files.list(worker)) {
      return files.findAny().isPresent();
    }
  }

  private static String said(SparkCluster cluster, String log) {
    try {
      return cluster.output(log, "err");
    } catch (IOException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }
}
