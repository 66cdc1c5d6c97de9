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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmn simulate --report}. */
class ReportTest {
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  @TempDir private Path folder;

  private String page(Object... arguments) throws IOException {
    Path file = folder.resolve("page.html");
    Object[] all = new Object[arguments.length + 3];
    all[0] = "simulate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--report";
    all[all.length - 1] = file;
    Cli.Run said = Cli.run(all);
    assertTrue(Files.exists(file), said.err());
    return Files.readString(file);
  }

  private static JsonObject data(String page) {
    Matcher found = DATA.matcher(page);
    assertTrue(found.find());
    return JsonParser.parseString(found.group(1)).getAsJsonObject();
  }

  @Test
  void needsNothingElse() throws IOException {
    String page = page(Cli.example("shop"));
    assertFalse(
        Pattern.compile("<[a-z]+[^>]* (src|href)=|@import|url\\((?!#)").matcher(page).find());
    assertTrue(page.contains("default-src 'none'"));
    assertTrue(page.contains("var uPlot="));
  }

  @Test
  void drawsWhatTheResultHas() throws IOException {
    String page = page(Cli.example("shop"));
    JsonObject scenario = data(page).getAsJsonArray("scenarios").get(0).getAsJsonObject();
    JsonArray times = scenario.getAsJsonArray("times");
    JsonObject www = scenario.getAsJsonArray("services").get(0).getAsJsonObject();
    assertEquals(120, times.size());
    for (String line : List.of("offered", "served", "lost", "p99")) {
      assertEquals(times.size(), www.getAsJsonArray(line).size(), line);
    }
    JsonObject down = scenario.getAsJsonArray("failures").get(0).getAsJsonObject();
    assertEquals("kvm[2]", down.get("name").getAsString());
    assertEquals(60, down.get("from").getAsDouble());
    int steps = scenario.getAsJsonArray("steps").size();
    double most = 0;
    for (var load : scenario.getAsJsonArray("loads")) {
      assertEquals(steps, load.getAsJsonObject().getAsJsonArray("values").size());
      for (var value : load.getAsJsonObject().getAsJsonArray("values")) {
        most = Math.max(most, value.getAsDouble());
      }
    }
    assertTrue(most > 0.2 && most <= 1, "most " + most);
    assertTrue(page.contains("data-kind=\"machine\" data-name=\"web ×4\""));
  }

  @Test
  void hasTheSameBesideIt() throws IOException {
    page(Cli.example("shop"));
    assertTrue(Files.readString(folder.resolve("page.csv")).startsWith("scenario,variant,figure"));
    assertEquals(
        1,
        JsonParser.parseString(Files.readString(folder.resolve("page.json")))
            .getAsJsonArray()
            .size());
  }

  @Test
  void showsSweeps() throws IOException {
    String page = page(Cli.example("shop"), "--sweep", "web.count=1..3", "--runs", "2");
    JsonObject campaign = data(page).getAsJsonArray("campaigns").get(0).getAsJsonObject();
    assertEquals("web.count", campaign.get("axis").getAsString());
    assertEquals("[1.0,2.0,3.0]", campaign.getAsJsonArray("numbers").toString());
    assertEquals(
        3,
        campaign.getAsJsonArray("figures").get(0).getAsJsonObject().getAsJsonArray("mean").size());
  }

  /** Configurations come from anybody: no text of theirs becomes a part of the page. */
  @Test
  void escapesWhatANetworkSays() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, Cli.run("build", Cli.example("shop"), "-o", out).status());
    String evil = "</script><img/onerror=alert(1)>";
    String text = Files.readString(out.resolve("simulation/network.json"));
    Path file = folder.resolve("evil.json");
    Files.writeString(
        file, text.replace("loss www < 5 %", evil).replace("allow internet -> www", evil));
    String page = page(file);
    assertFalse(page.contains("<img"), "as it is");
    assertTrue(page.contains("&lt;/script&gt;&lt;img"));
  }
}
