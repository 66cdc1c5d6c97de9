package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 0 clean, 1 findings, 2 bad usage or input. */
class ExitStatusTest {
  @TempDir private Path folder;

  @Test
  void zeroWhenNothingIsWrong() throws IOException {
    Path hello = Cli.example("hello");
    assertAll(
        () -> assertEquals(0, Cli.run("check", hello).status()),
        () -> assertEquals(0, Cli.run("prove", hello).status()),
        () -> assertEquals(0, Cli.run("explain", hello).status()),
        () -> assertEquals(0, Cli.run("graph", hello).status()),
        () -> assertEquals(0, Cli.run("trace", hello, "a -> b tcp/22").status()),
        () -> assertEquals(0, Cli.run("build", hello, "-o", folder.resolve("out")).status()));
  }

  @Test
  void oneWhenSomethingWasFound() throws IOException {
    Path dmz = Cli.example("dmz");
    Path shop = Cli.example("shop");
    assertAll(
        () -> assertEquals(1, Cli.run("check", dmz).status()),
        () -> assertEquals(1, Cli.run("prove", dmz).status()),
        () -> assertEquals(1, Cli.run("trace", shop, "web[1] -> admin tcp/22").status()),
        () -> assertEquals(1, Cli.run("build", dmz, "-o", folder.resolve("out")).status()));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void warningsAreFindingsWhenAsked() throws IOException {
    Path shop = Cli.example("shop");
    assertEquals(0, Cli.run("check", shop).status());
    assertEquals(1, Cli.run("check", "--error-on-warning", shop).status());
  }

  @Test
  void aLibraryIsNothingToBuildAndNoMistake() throws IOException {
    Path library = Files.writeString(folder.resolve("parts.vmn"), "template small { cpu 1 }\n");
    assertEquals(0, Cli.run("check", library).status());
    var run = Cli.run("build", library, "-o", folder.resolve("out"));
    assertEquals(1, run.status());
    assertTrue(run.err().startsWith("error[VMN2013]: "), run::err);
  }

  @Test
  void twoWhenAFileIsNotThere() {
    Path missing = folder.resolve("missing.vmn");
    for (String command : new String[] {"check", "prove", "explain", "graph", "simulate", "fmt"}) {
      var run = Cli.run(command, missing);
      assertEquals(2, run.status(), command);
      assertEquals("", run.out());
      assertEquals("error: there is no file `" + missing + "`\n", run.err(), command);
    }
    assertEquals(2, Cli.run("check", folder.resolve("missing.json")).status());
  }

  @Test
  void theOtherFilesAreCheckedAllTheSame() throws IOException {
    var run = Cli.run("check", "missing.vmn", Cli.example("hello"));
    assertEquals(2, run.status());
    assertTrue(run.err().contains("hello.vmn: no problems, 1 assertion proved"), run::err);
  }

  @Test
  void twoForWhatIsNoText() throws IOException {
    Path binary = Files.write(folder.resolve("binary.vmn"), new byte[] {(byte) 0xff, 0, 1});
    assertEquals(2, Cli.run("check", binary).status());
    assertEquals(2, Cli.run("check", folder).status());
    Path json = Files.writeString(folder.resolve("bad.json"), "{\"schema\": 3}");
    var run = Cli.run("prove", json);
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("error: `" + json + "` is not a simulator configuration: "));
  }

  @Test
  void twoWhenTheOutputCannotBeWritten() throws IOException {
    Path hello = Cli.example("hello");
    Path file = Files.writeString(folder.resolve("file"), "mine");
    for (Path output : new Path[] {file, file.resolve("below"), Path.of("/proc/none/out")}) {
      var build = Cli.run("build", hello, "-o", output);
      assertEquals(2, build.status(), build::toString);
      assertTrue(build.err().startsWith("error: "), build::err);
    }
    var graph = Cli.run("graph", hello, "-o", folder.resolve("none/hello.svg"));
    assertEquals(2, graph.status(), graph::toString);
    assertTrue(graph.err().contains("there is no such folder"), graph::err);
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void twoForBadUsageWithASuggestion() {
    assertUsage("error: there is no command `chek`; did you mean `check`?", "chek");
    assertUsage(
        "`vmn check` has no option `--formt`; did you mean `--format`?", "check", "--formt");
    assertUsage("missing required parameter: `FILE`", "check");
    assertUsage("missing required option: `--output=FOLDER`", "build", "x.vmn");
    assertUsage("expected one of", "check", "--format", "xml", "x.vmn");
    var both = Cli.run("prove", "--matrix", "--html", "x.vmn");
    assertTrue(both.err().startsWith("error: --matrix, --html are mutually exclusive"), both::err);
    assertEquals(2, Cli.run().status());
  }

  private static void assertUsage(String words, Object... arguments) {
    var run = Cli.run(arguments);
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains(words), run::err);
    assertTrue(run.err().contains("help: "), run::err);
  }

  @Test
  void twoForAQuestionThatCannotBeAsked() throws IOException {
    var run = Cli.run("trace", Cli.example("hello"), "a -> nobody");
    assertEquals(2, run.status());
    assertEquals("error: the network has no machine, external or balancer `nobody`\n", run.err());
  }

  @Test
  void twoForAFormatThatIsntThere() throws IOException {
    for (String shown : List.of("--matrix", "--rules")) {
      var run = Cli.run("prove", shown, "--format", "sarif", Cli.example("hello"));
      assertEquals(2, run.status());
      assertTrue(run.err().contains("have `pretty` and `json`"), run::err);
    }
  }
}
