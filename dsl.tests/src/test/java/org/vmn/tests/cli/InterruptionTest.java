package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmn simulate}, interrupted as by Ctrl-C: what is finished is kept, and isn't a pass. */
@Timeout(120)
class InterruptionTest {
  private static final int KILLED_BY_INT = 130;

  /** Of processor time: twice what it takes to begin. */
  private static final int ENOUGH_MILLIS = 4000;

  @TempDir private Path folder;

  private void write(String duration, String warmup) throws IOException {
    Files.writeString(
        folder.resolve("shop.vmn"),
        """
        network shop
        segment lan { subnet 10.0.0.0/24 }
        vm web[2] { nic lan; runs shop on 80/tcp }
        vm c { nic lan }
        balancer www on 10.0.0.100:80/tcp -> web : shop
        scenario rush {
          for %s
          warmup %s
          load c -> www { 500 req/s }
          expect loss www < 10 %%
          expect throughput www < 600 req/s
        }
        """
            .formatted(duration, warmup));
  }

  /** When it has worked long enough to be in the middle of it. */
  private Cli.Run interrupted(Object... more) throws IOException, InterruptedException {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "simulate";
    arguments[1] = "shop.vmn";
    System.arraycopy(more, 0, arguments, 2, more.length);
    OwnProcess own = new OwnProcess(folder);
    Process process = own.start(OwnProcess.command(arguments));
    long start = System.nanoTime();
    while (cpuMillis(process) < ENOUGH_MILLIS && System.nanoTime() - start < 30e9) {
      Thread.sleep(20);
    }
    assertEquals(0, new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor());
    return own.await(process);
  }

  private static long cpuMillis(Process process) {
    return process.info().totalCpuDuration().orElseThrow().toMillis();
  }

  private JsonObject first(String file) throws IOException {
    JsonArray all = JsonParser.parseString(Files.readString(folder.resolve(file))).getAsJsonArray();
    return all.get(0).getAsJsonObject();
  }

  @Test
  void aRunKeepsWhatWasSimulated() throws Exception {
    write("20 h", "1 s");
    Cli.Run said = interrupted("-o", "r.json", "--csv", "r.csv", "--timeline", "r.jsonl");
    assertEquals(KILLED_BY_INT, said.status(), said.err());
    assertTrue(said.out().contains("expectations met so far"), said.out());
    assertTrue(said.err().contains("error: interrupted: 0 of 1 scenario"), said.err());
    JsonObject result = first("r.json");
    assertFalse(result.get("complete").getAsBoolean());
    assertFalse(result.get("passed").getAsBoolean());
    long simulated = result.get("durationNanos").getAsLong();
    assertTrue(simulated > 0 && simulated < 72_000_000_000_000L, "simulated " + simulated);
    assertTrue(Files.readString(folder.resolve("r.csv")).contains(",false\r\n"));
    List<String> lines = Files.readAllLines(folder.resolve("r.jsonl"));
    assertTrue(lines.get(lines.size() - 1).contains("\"kind\": \"stopped\""), "says so at its end");
  }

  /** What is met by nothing at all isn't met. */
  @Test
  void aRunThatDidNotEndToWarmUpMeetsNothing() throws Exception {
    write("20 h", "19 h");
    Cli.Run said = interrupted("-o", "r.json");
    assertTrue(said.out().contains("0 of 2 expectations met so far"), said.out());
    JsonObject result = first("r.json");
    assertFalse(result.get("passed").getAsBoolean());
    assertTrue(
        result.getAsJsonArray("verdicts").asList().stream()
            .noneMatch(v -> v.getAsJsonObject().get("passed").getAsBoolean()));
  }

  @Test
  void aCampaignKeepsTheRunsThatEnded() throws Exception {
    write("10 s", "1 s");
    Cli.Run said = interrupted("--runs", "20000", "-o", "r.json", "--csv", "r.csv");
    assertEquals(KILLED_BY_INT, said.status(), said.err());
    assertTrue(said.out().contains("stopped before the end: figures of these alone"), said.out());
    assertTrue(said.out().contains("so far  loss www < 10 %"), said.out());
    assertTrue(said.err().contains("error: interrupted"), said.err());
    JsonObject result = first("r.json");
    assertFalse(result.get("complete").getAsBoolean());
    assertFalse(result.get("passed").getAsBoolean());
    JsonObject variant = result.getAsJsonArray("variants").get(0).getAsJsonObject();
    int runs = variant.get("runs").getAsInt();
    assertTrue(runs > 0 && runs < 20_000, runs + " runs");
    assertEquals(
        runs,
        variant
            .getAsJsonObject("figures")
            .getAsJsonObject("www throughput")
            .get("runs")
            .getAsInt());
    assertTrue(Files.readString(folder.resolve("r.csv")).contains("," + runs + ","));
  }
}
