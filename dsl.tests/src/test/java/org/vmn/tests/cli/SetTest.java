package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --set}: values for variables of the file and of those that it imports. */
class SetTest {
  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("lab"));
    Files.writeString(
        folder.resolve("lab/tiers.vmn"),
        "var count = 2\nvar size = 1 GiB\ntemplate big(m: memory = size) { memory m }\n");
    Files.writeString(folder.resolve("lab/more.vmn"), "var size = 2 GiB\nvar other = size * 2\n");
    root =
        Files.writeString(
            folder.resolve("n.vmn"),
            """
            network n
            import lab.tiers.{big, count}
            import lab.more.{other, size}
            var cores = 1
            segment lan
            vm web[count] : big { nic lan; cpu cores }
            vm db { nic lan; memory other }
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cores=3|web[2]   3    1 GiB|db       1 *  4 GiB",
        "count=5|web[5]   1    1 GiB|db       1 *  4 GiB",
        "lab.tiers.size=3 GiB|web[2]   1    3 GiB|db       1 *  4 GiB",
        "lab.more.size=3 GiB|web[2]   1    1 GiB|db       1 *  6 GiB",
        "web.count=7|web[7]   1    1 GiB|db       1 *  4 GiB",
      })
  void reachesTheFileThatHasTheVariable(String set, String web, String db) {
    Cli.Run run = Cli.run("explain", "--set", set, root);
    assertEquals(0, run.status(), run::err);
    assertTrue(run.out().contains(web), run::out);
    assertTrue(run.out().contains(db), run::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size=1 GiB|several imported files have a variable `size` to set",
        "size=1 GiB|say which one: `--set lab.tiers.size=…` or `--set lab.more.size=…`",
        "lab.mor.size=1 GiB|no file is imported as `lab.mor`; did you mean `lab.more`?",
        "lab.more.sise=1 GiB|there is no variable `sise` to set; did you mean `size`?",
        "lab.more.size=3|`size` is set to what it can't be: `3` is a number",
        "core=3|there is no variable `core` to set; did you mean `cores`?",
      })
  void saysWhatCantBeSet(String set, String message) {
    Cli.Run run = Cli.run("check", "--set", set, root);
    assertEquals(1, run.status());
    assertTrue(run.err().contains(message), run::err);
  }

  /** What is chosen for a network stays when it is written out differently. */
  @Test
  void aLockHoldsForWhatWasWrittenOut() throws IOException {
    Path file = folder.resolve("m.vmn");
    String rest = "segment lan { subnet 10.0.0.0/24 }\nvar n = 3\n";
    Files.writeString(file, "network m\n" + rest + "for i in 1..n { vm web-${i} { nic lan } }\n");
    assertEquals(0, Cli.run("build", file, "-o", folder.resolve("out")).status());
    String lock = Files.readString(folder.resolve("vmn.lock"));
    assertEquals(0, Cli.run("check", "--locked", file).status());
    assertEquals(1, Cli.run("check", "--locked", "--set", "n=4", file).status());
    Files.writeString(
        file,
        "network m\n"
            + rest
            + "vm first { nic lan }\nfor i in [3, 1, 2] { vm web-${i} { nic lan } }\n");
    assertEquals(0, Cli.run("build", file, "-o", folder.resolve("out")).status());
    String after = Files.readString(folder.resolve("vmn.lock"));
    lock.lines().forEach(l -> assertTrue(after.contains(l), () -> l + "\nin\n" + after));
  }

  /** A comment within a repetition answers for all that is made of its line. */
  @Test
  void suppressionAndFixesReachIntoRepetitions() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("s.vmn"),
            """
            network s
            segment lan { subnet 10.0.0.7/24 }
            segment spare { subnet 10.0.1.0/24 }
            vm a { nic lan }
            policy default deny
            allow lan -> a
            for i in 1..2 {
              // vmn:allow VMN4004 because each team wants to see its rule
              allow lan -> a : (8000 + i)/tcp
            }
            for i in 1..2 { vm m-${i} { nic lan; memory 4 gib } }
            """);
    Cli.Run fixed = Cli.run("check", "--fix", file);
    assertEquals(0, fixed.status(), fixed::err);
    String text = Files.readString(file);
    assertTrue(text.contains("subnet 10.0.0.0/24"), text);
    assertTrue(text.contains("for i in 1..2 { vm m-${i} { nic lan; memory 4 GiB } }"), text);
    assertTrue(!fixed.err().contains("VMN4004"), fixed::err);
    Files.writeString(file, text.replaceAll("  // vmn:allow.*\n", ""));
    assertTrue(Cli.run("check", file).err().contains("VMN4004"));
  }
}
