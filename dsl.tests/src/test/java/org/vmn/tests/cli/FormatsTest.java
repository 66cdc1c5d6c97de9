package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What programs read. */
class FormatsTest {
  private static final List<String> FORMATS = List.of("pretty", "json", "sarif", "github");

  @Test
  void proveWritesOneEntryForEachAssertion() throws IOException {
    var run = Cli.run("prove", "--format", "json", Cli.example("dmz"));
    assertEquals(1, run.status());
    JsonArray entries = JsonParser.parseString(run.out()).getAsJsonArray();
    assertEquals(6, entries.size());
    for (JsonElement element : entries) {
      JsonObject entry = element.getAsJsonObject();
      Set<String> must = Set.of("assertion", "file", "line", "verdict", "counterexample", "millis");
      assertTrue(entry.keySet().containsAll(must), entry::toString);
      boolean refuted = entry.get("verdict").getAsString().equals("refuted");
      assertEquals(refuted, !entry.get("counterexample").isJsonNull(), entry::toString);
    }
    JsonObject refuted = entries.get(1).getAsJsonObject();
    assertEquals("fe reaches app only on 443/tcp", refuted.get("assertion").getAsString());
    assertEquals("examples/02-dmz/dmz.vmn", refuted.get("file").getAsString());
    JsonArray walk = refuted.getAsJsonObject("counterexample").getAsJsonArray("walk");
    assertEquals("send", walk.get(0).getAsJsonObject().get("kind").getAsString());
  }

  @Test
  void rulesAndCutsAreForProgramsToo() throws IOException {
    var rules = Cli.run("prove", "--rules", "--format", "json", Cli.example("dmz"));
    assertEquals(1, rules.status());
    JsonObject first =
        JsonParser.parseString(rules.out()).getAsJsonArray().get(0).getAsJsonObject();
    assertEquals("redundant", first.get("remark").getAsString());
    assertEquals("allow fe, app, db -> fe, app", first.get("because").getAsString());
    assertEquals(43, first.get("otherLine").getAsInt());
    var cuts = Cli.run("prove", "--cuts", "1", "--format", "json", Cli.example("shop"));
    assertEquals(1, cuts.status());
    JsonObject claim = JsonParser.parseString(cuts.out()).getAsJsonArray().get(0).getAsJsonObject();
    assertTrue(claim.get("holds").getAsBoolean());
    assertTrue(claim.get("complete").getAsBoolean());
    JsonObject cut = first(claim, "cuts");
    assertEquals("host kvm[1]", cut.getAsJsonArray("failed").get(0).getAsString());
    assertTrue(cut.get("why").getAsString().startsWith("balancer www"));
  }

  /** Few columns are to be read, many to be looked at. */
  @Test
  void theMatrixIsAPageOfItsOwn() throws IOException {
    var shop = Cli.run("prove", "--html", Cli.example("shop"));
    assertEquals(0, shop.status());
    assertTrue(shop.out().contains("title=\"internet \u2192 www: 443/tcp\""), shop::out);
    assertTrue(shop.out().contains("checked=\"checked\""), shop::out);
    assertFalse(shop.out().contains("http"), "it needs nothing but itself");
    StringBuilder many = new StringBuilder("network n segment lan { subnet 10.0.0.0/24 }\n");
    for (int i = 0; i < 25; i++) {
      many.append("vm v").append(i).append(" { nic lan }\n");
    }
    var page = Cli.piped(many.toString(), "prove", "--html", "-");
    assertFalse(page.out().contains("checked=\"checked\""), page::out);
    assertTrue(page.out().contains("title=\"v0 \u2192 v24: everything\""), page::out);
  }

  @Test
  void severalFilesMakeOneDocument() throws IOException {
    Object[] command = {"check", "--format", "json", Cli.example("dmz"), Cli.example("shop")};
    var run = Cli.run(command);
    JsonArray problems = JsonParser.parseString(run.out()).getAsJsonArray();
    assertTrue(problems.size() > 1, run::out);
    command[2] = "sarif";
    JsonObject log = JsonParser.parseString(Cli.run(command).out()).getAsJsonObject();
    assertEquals(1, log.getAsJsonArray("runs").size());
    long open =
        results(log).asList().stream()
            .filter(r -> !r.getAsJsonObject().has("suppressions"))
            .count();
    assertEquals(problems.size(), open);
  }

  /** What the schema of SARIF 2.1.0 requires, and code scanning services beyond it. */
  @Test
  void sarifHoldsWhatScanningServicesNeed() throws IOException {
    var run = Cli.run("check", "--format", "sarif", Cli.example("dmz"));
    assertEquals(1, run.status());
    JsonObject log = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals("2.1.0", log.get("version").getAsString());
    JsonObject driver = first(log, "runs").getAsJsonObject("tool").getAsJsonObject("driver");
    assertEquals("vmn", driver.get("name").getAsString());
    List<String> rules =
        driver.getAsJsonArray("rules").asList().stream()
            .map(r -> r.getAsJsonObject().get("id").getAsString())
            .toList();
    assertEquals(List.of("VMN4004", "VMN4101"), rules, "one of a warning that is answered for");
    JsonObject result = results(log).get(0).getAsJsonObject();
    assertEquals("VMN4101", result.get("ruleId").getAsString());
    assertEquals("error", result.get("level").getAsString());
    assertFalse(result.getAsJsonObject("message").get("text").getAsString().isEmpty());
    JsonObject place = first(result, "locations").getAsJsonObject("physicalLocation");
    String uri = place.getAsJsonObject("artifactLocation").get("uri").getAsString();
    assertEquals("examples/02-dmz/dmz.vmn", uri);
    assertEquals(48, place.getAsJsonObject("region").get("startLine").getAsInt());
  }

  @Test
  void githubGetsACommandForEachProblem() throws IOException {
    var run = Cli.run("check", "--format", "github", Cli.example("dmz"));
    assertEquals(1, run.out().lines().count(), run::out);
    String start = "::error file=examples/02-dmz/dmz.vmn,line=48,col=1,endLine=48,";
    assertTrue(run.out().startsWith(start), run::out);
    assertTrue(run.out().contains("title=VMN4101::`fe reaches app only on 443/tcp` is refuted"));
  }

  @Test
  void programsReadStandardOutputAndPeopleStandardError() throws IOException {
    for (String format : FORMATS) {
      var run = Cli.run("check", "--format", format, Cli.example("dmz"));
      boolean pretty = format.equals("pretty");
      assertEquals(pretty, run.out().isEmpty(), format);
      assertEquals(!pretty, run.err().isEmpty(), format);
    }
  }

  @Test
  void theSameBytesEachTime() throws IOException {
    for (String format : FORMATS) {
      Object[] command = {"check", "--format", format, Cli.example("dmz"), Cli.example("shop")};
      assertEquals(Cli.run(command), Cli.run(command), format);
    }
    Object[] explain = {"explain", Cli.example("shop")};
    assertEquals(Cli.run(explain), Cli.run(explain));
    Object[] simulate = {"simulate", "--format", "json", Cli.example("shop")};
    assertEquals(Cli.run(simulate), Cli.run(simulate));
    Object[] graph = {"graph", "--format", "svg", Cli.example("shop")};
    assertEquals(Cli.run(graph), Cli.run(graph));
  }

  @Test
  void coloursOnlyWhenAsked() throws IOException {
    assertFalse(Cli.run("check", Cli.example("dmz")).err().contains("\u001b["));
    var run = Cli.run("check", "--color", "always", Cli.example("dmz"));
    assertTrue(run.err().contains("\u001b[1;31merror[VMN4101]"), run::err);
    assertFalse(Cli.run("prove", "--color", "never", Cli.example("dmz")).out().contains("\u001b"));
  }

  @Test
  void aDashIsStandardInput() {
    String text = "network hello\nsegment lan { subnet 10.0.0.0/24 }\nvm a { nic lan }\nvm a";
    var run = Cli.piped(text, "check", "--format", "json", "-");
    assertEquals(1, run.status());
    JsonObject problem =
        JsonParser.parseString(run.out()).getAsJsonArray().get(0).getAsJsonObject();
    assertEquals("stdin.vmn", problem.get("file").getAsString());
    assertEquals(0, Cli.piped(text.substring(0, text.length() - 4), "check", "-").status());
  }

  private static JsonArray results(JsonObject log) {
    return first(log, "runs").getAsJsonArray("results");
  }

  private static JsonObject first(JsonObject object, String member) {
    return object.getAsJsonArray(member).get(0).getAsJsonObject();
  }
}
