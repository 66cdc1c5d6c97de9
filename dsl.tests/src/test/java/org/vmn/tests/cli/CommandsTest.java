package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Explain, simulate, graph, and help. */
class CommandsTest {
  @TempDir private Path folder;

  @Test
  void explainsANetworkWithItsDefaultsMarked() throws IOException {
    String text = Cli.run("explain", Cli.example("hello")).out();
    assertTrue(text.contains("network hello: 2 machines on 1 host, 1 segment, seed 0 *"), text);
    assertTrue(
        text.matches("(?s).*a +1 \\* +1 GiB \\* +root 10 GiB \\* from debian12 \\*.*"), text);
    assertTrue(text.contains("10.0.0.1 *"), text);
    assertTrue(text.contains("proved  a reaches b"), text);

    String shop = Cli.run("explain", Cli.example("shop")).out();
    assertTrue(shop.contains("seed 42\n"), shop);
    assertTrue(shop.contains("8950 *"), shop);
    assertTrue(shop.contains("192.0.2.10:443/tcp"), shop);
    assertTrue(shop.contains("What no rule mentions is denied and logged."), shop);
  }

  @Test
  void leadsFromACookieToTheSource() throws IOException {
    Path shop = Cli.example("shop");
    String rule = "allow internet -> www";
    int line = 1 + Files.readAllLines(shop).indexOf(rule);
    var run = Cli.run("explain", "0x564d%09x001".formatted(line), shop);
    assertEquals(0, run.status(), run::toString);
    assertEquals(shop + ":" + line + ":1\n  " + rule + "\n", run.out());
    assertEquals(2, Cli.run("explain", "0x1234", shop).status());
    assertEquals(2, Cli.run("explain", "0x564d00000002b001").status());
  }

  @Test
  void explainsADiagnostic() {
    var run = Cli.run("explain", "vmn3104");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("VMN3104: subnets overlap\n"), run::out);
    assertTrue(run.out().contains("\nWrong:\n\n  network lab\n"), run::out);
    var wrong = Cli.run("explain", "VMN3194");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().startsWith("error: there is no diagnostic `VMN3194`"), wrong::err);
  }

  @Test
  void simulatesAndJudges() throws IOException {
    Path shop = Cli.example("shop");
    Path report = folder.resolve("report.json");
    var run = Cli.run("simulate", shop, "-o", report);
    assertEquals(0, run.status(), run::toString);
    assertTrue(run.out().contains("2 of 2 expectations met"), run::out);
    assertFalse(run.err().contains("\r"), "no bar where nobody watches");
    JsonArray reports = JsonParser.parseString(Files.readString(report)).getAsJsonArray();
    JsonObject first = reports.get(0).getAsJsonObject();
    assertEquals("black_friday", first.get("scenario").getAsString());
    assertTrue(first.get("passed").getAsBoolean());

    String strict = Files.readString(shop).replace("< 250 ms", "< 1 us");
    Path file = Files.writeString(folder.resolve("strict.vmn"), strict);
    var missed = Cli.run("simulate", file);
    assertEquals(1, missed.status());
    assertTrue(missed.out().contains("1 of 2 expectations met"), missed::out);
  }

  @Test
  void saysWhichScenariosThereAre() throws IOException {
    var wrong = Cli.run("simulate", Cli.example("shop"), "--scenario", "black_fridy");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("did you mean `black_friday`?"), wrong::err);
    var none = Cli.run("simulate", Cli.example("hello"));
    assertEquals(2, none.status());
    assertTrue(none.err().contains("has no scenario to run"), none::err);
  }

  @Test
  void drawsAPicture() throws Exception {
    String svg = Cli.run("graph", Cli.example("shop")).out();
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertEquals("svg", parsed.getDocumentElement().getTagName());
    assertTrue(svg.contains(">web ×4<"), svg);
    String mermaid = Cli.run("graph", "--format", "mermaid", Cli.example("shop")).out();
    assertTrue(mermaid.startsWith("flowchart TB\n"), mermaid);
    Path dot = folder.resolve("shop.dot");
    assertEquals(0, Cli.run("graph", Cli.example("shop"), "-o", dot).status());
    assertTrue(Files.readString(dot).startsWith("digraph \"shop\" {\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new",
        "check",
        "build",
        "prove",
        "simulate",
        "trace",
        "explain",
        "graph",
        "fmt",
        "completion"
      })
  void teachesByExample(String command) {
    var run = Cli.run(command, "--help");
    assertEquals(0, run.status());
    assertTrue(run.out().contains("Examples:\n  "), run::out);
    assertTrue(run.out().contains("vmn " + command + " "), run::out);
    assertEquals(run.out(), Cli.run("help", command).out());
    assertTrue(Cli.run("--help").out().contains("\n  " + command + " "), command);
  }

  @Test
  void completesInShells() {
    var run = Cli.run("completion", "bash");
    assertEquals(0, run.status());
    assertTrue(run.out().contains("complete -F _complete_vmn"), run::out);
  }
}
