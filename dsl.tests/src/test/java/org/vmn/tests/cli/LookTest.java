package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmn simulate --until --trace --timeline --metrics}. */
class LookTest {
  @TempDir private Path folder;

  private static Cli.Run shop(Object... more) throws IOException {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "simulate";
    arguments[1] = Cli.example("shop");
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Cli.run(arguments);
  }

  /** The host fails after a minute: until then nothing happens, and nothing is lost. */
  @Test
  void stopsEarlier() throws IOException {
    Cli.Run said = shop("--until", "59s");
    assertEquals(0, said.status(), said.err());
    assertTrue(said.out().contains("the first 59 s of 2 min of shop"), said.out());
    assertTrue(said.out().contains("2 of 2 expectations met so far"), said.out());
    assertTrue(!said.out().contains("what happened"), said.out());
  }

  @Test
  void isTheSameUpToThere() throws IOException {
    Path part = folder.resolve("part");
    Path whole = folder.resolve("whole");
    shop("--until", "20s", "--timeline", part);
    shop("--timeline", whole);
    List<String> lines = Files.readAllLines(part);
    // But for the last moment, in which requests are under way.
    int same = lines.size() - 2;
    assertEquals(lines.subList(0, same), Files.readAllLines(whole).subList(0, same));
  }

  @Test
  void tracesARequestThroughEveryHop() throws IOException {
    Cli.Run said = shop("--trace", "61s");
    String text = said.out();
    int last = -1;
    for (String hop :
        List.of(
            "asks `www`",
            "chooses web[",
            "allow internet -> www",
            "kvm[1].eno1 in",
            "computes",
            "answers",
            "restores its own address",
            "kvm[1].eno1 out",
            "has the whole answer")) {
      int at = text.indexOf(hop, Math.max(0, last));
      assertTrue(at > last, hop + " in order in\n" + text);
      last = at;
    }
  }

  @Test
  void tellsTheStoryAsJsonLines() throws IOException {
    Path file = folder.resolve("story.jsonl");
    shop("--timeline", file);
    long before = 0;
    Set<String> kinds = new HashSet<>();
    long offered = 0;
    for (String line : Files.readAllLines(file)) {
      JsonObject event = JsonParser.parseString(line).getAsJsonObject();
      assertTrue(event.get("atNanos").getAsLong() >= before, line);
      before = event.get("atNanos").getAsLong();
      kinds.add(event.get("kind").getAsString());
      offered +=
          event.get("kind").getAsString().equals("balancer") ? event.get("offered").getAsLong() : 0;
    }
    assertEquals(Set.of("balancer", "program", "failed", "noticed"), kinds);
    assertTrue(offered > 140_000, "offered " + offered);
  }

  /** Whoever looks changes nothing, to the last digit. */
  @Test
  void lookingChangesNothing() throws IOException {
    String plain = shop("--format", "json").out();
    assertEquals(plain, shop("--format", "json", "--metrics", folder.resolve("m")).out());
  }

  /** The rules of the format that a reader depends on (OpenMetrics 1.0). */
  @Test
  void writesOpenMetrics() throws IOException {
    Path file = folder.resolve("metrics.txt");
    shop("--metrics", file);
    List<String> lines = Files.readAllLines(file);
    assertEquals("# EOF", lines.get(lines.size() - 1));
    Map<String, Double> times = new HashMap<>();
    Map<String, Double> values = new HashMap<>();
    Map<String, String> types = new HashMap<>();
    String family = "";
    for (String line : lines.subList(0, lines.size() - 1)) {
      String[] words = line.split(" ");
      if (words[0].equals("#")) {
        if (words[1].equals("TYPE")) {
          assertTrue(types.put(words[2], words[3]) == null, line);
          family = words[2];
        }
        continue;
      }
      assertTrue(line.matches("[a-zA-Z0-9_]+\\{([a-z_]+=\"[^\"]*\",?)+} [0-9.eE-]+ [0-9.]+"), line);
      boolean counter = "counter".equals(types.get(family));
      assertTrue(line.startsWith(family + (counter ? "_total{" : "{")), line);
      String series = line.substring(0, line.indexOf('}'));
      double value = Double.parseDouble(words[words.length - 2]);
      double time = Double.parseDouble(words[words.length - 1]);
      assertTrue(time > times.getOrDefault(series, -1.0), line);
      assertTrue(!counter || value >= values.getOrDefault(series, 0.0), line);
      times.put(series, time);
      values.put(series, value);
    }
    assertTrue(types.containsKey("node_network_transmit_bytes"), types.toString());
    assertTrue(
        values.keySet().stream()
            .anyMatch(s ->
                s.startsWith("libvirt_domain_info_cpu_time_seconds_total{")
                    && s.contains("domain=\"shop-web-1\"")),
        values.keySet().toString());
  }

  @Test
  void figuresBeginWhenTheyAreToldTo() throws IOException {
    Cli.Run alone = shop("--metrics-from", "2026-11-27T08:00:00Z");
    assertEquals(2, alone.status());
    assertTrue(alone.err().contains("`--metrics`"), alone.err());
    for (String wrong :
        List.of("yesterday", "1969-12-31T00:00:00Z", "+999999999-12-31T00:00:00Z")) {
      Cli.Run said = shop("--metrics", folder.resolve("m"), "--metrics-from", wrong);
      assertEquals(2, said.status());
      assertTrue(said.err().contains("`" + wrong + "` is no point in time"), said.err());
    }
  }

  @Test
  void doesNotMixWithManyRuns() throws IOException {
    Cli.Run said = shop("--runs", "3", "--trace", "1s");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("are of one run"), said.err());
  }

  @Test
  void saysWhatATimeIs() throws IOException {
    Cli.Run said = shop("--until", "soon");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("`soon` is no time"), said.err());
  }
}
