package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmn.dsl.imports.Starter;

/** The networks that {@code vmn new} copies are right as they are, and copied with care. */
class NewTest {
  private static final Path STARTERS = Path.of("../dsl/src/main/resources/org/vmn/dsl/starters");

  @TempDir private Path folder;

  static List<Starter> starters() {
    return Starter.all();
  }

  @ParameterizedTest
  @MethodSource("starters")
  void isRightFromTheStart(Starter starter) throws IOException {
    assertEquals(0, Cli.run("new", starter.name(), folder).status());
    Path file = folder.resolve(starter.file());
    var check = Cli.run("check", "--error-on-warning", file);
    assertEquals(0, check.status(), check::err);
    var lint = Cli.run("lint", "--error-on-warning", file);
    assertEquals(0, lint.status(), lint::err);
    assertTrue(check.err().contains("assertions proved"), check::err);
    boolean chain = starter.text().contains("\nchain ");
    var build = Cli.run("build", file, "-o", folder.resolve("out"));
    assertEquals(chain ? 1 : 0, build.status(), build::err);
    if (chain) {
      assertTrue(build.err().contains("VMN5005"), build::err);
      assertEquals(
          0, Cli.run("build", "--allow-unenforced", file, "-o", folder.resolve("out")).status());
    }
    if (starter.text().contains("\nscenario ")) {
      var run = Cli.run("simulate", file);
      assertEquals(0, run.status(), run::out);
    }
  }

  @Test
  void listsEveryNetworkThatThereIs() throws IOException {
    var list = Cli.run("new");
    assertEquals(0, list.status());
    try (Stream<Path> files = Files.list(STARTERS)) {
      List<String> names =
          files.map(f -> f.getFileName().toString().replace(".vmn", "")).sorted().toList();
      assertEquals(names, Starter.all().stream().map(Starter::name).sorted().toList());
      names.forEach(n -> assertTrue(list.out().contains("\n  " + n + " "), list::out));
    }
  }

  @Test
  void changesNothingThatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("office.vmn"), "mine");
    var run = Cli.run("new", "office", folder);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("is there already, and was not changed"), run::err);
    assertEquals("mine", Files.readString(file));
    assertEquals(2, Cli.run("new", "office", file).status());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void saysWhatToDoNext() {
    var run = Cli.run("new", "three-tier", folder.resolve("shop"));
    assertTrue(run.out().contains("vmn simulate "), run::out);
    assertFalse(Cli.run("new", "office", folder).out().contains("vmn simulate"));
    var wrong = Cli.run("new", "offce");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("did you mean `office`?"), wrong::err);
  }
}
