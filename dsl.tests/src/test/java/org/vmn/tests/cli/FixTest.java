package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix} and {@code lint --fix}. */
class FixTest {
  private static final String WRONG =
      """
      network n
      import std.services.{https, ssh}
      segment lan { subnet 10.0.0.7/24; mtu 1500; mtu 1500 }
      vm a { nic lan; memory 4 gib; runs shop on https }
      vm b { nic lam }
      policy default deny
      allow lan -> a
      // said before
      allow b -> a
      """;
  private static final String CERTAIN =
      """
      network n
      import std.services.{https, ssh}
      segment lan { subnet 10.0.0.0/24; mtu 1500 }
      vm a { nic lan; memory 4 GiB; runs shop on https }
      vm b { nic lam }
      policy default deny
      allow lan -> a
      // said before
      allow b -> a
      """;
  private static final String GUESSED = CERTAIN.replace("lam", "lan").replace("allow b -> a\n", "");

  @TempDir private Path folder;

  @Test
  void makesWhatIsCertainAndLeavesTheRest() throws IOException {
    Path file = Files.writeString(folder.resolve("n.vmn"), WRONG);
    var run = Cli.run("check", "--fix", file);
    assertEquals(CERTAIN, Files.readString(file));
    assertEquals(1, run.status());
    assertTrue(run.err().contains("3 problems mended"), run::err);
    assertTrue(run.err().contains("there is no segment `lam`"), run::err);
  }

  @Test
  void mendsSignsOfOtherLanguages() throws IOException {
    Path file = folder.resolve("n.vmn");
    String wrong =
        "network n\nimport std/services.{ssh}\nsegment lan\nvm a { nic lan; cpu =2 }\n"
            + "allow a => a : ssh\n";
    Files.writeString(file, wrong);
    Cli.run("check", "--fix", file);
    assertEquals(
        wrong.replace("std/", "std.").replace("=2", "2").replace("=>", "->"),
        Files.readString(file));
  }

  @Test
  void keepsWhatATemplateWithParametersUses() throws IOException {
    String text =
        """
        network n
        import std.images.{debian12}
        template t(s: memory = 2 GiB) { memory s; disk root 20 GiB from debian12 }
        segment lan
        vm a : t { nic lan }
        """;
    Path file = Files.writeString(folder.resolve("n.vmn"), text);
    Cli.run("lint", "--fix", file);
    assertEquals(text, Files.readString(file));
  }

  /** What a fix uncovers is mended too: the rule can be judged once the name is right. */
  @Test
  void makesGuessesWhenAsked() throws IOException {
    Path file = Files.writeString(folder.resolve("n.vmn"), WRONG);
    var run = Cli.run("check", "--fix", "--guesses", file);
    assertEquals(GUESSED, Files.readString(file));
    assertEquals(0, run.status());
    assertEquals(0, Cli.run("lint", "--fix", file).status());
    assertEquals(GUESSED.replace("{https, ssh}", "{https}"), Files.readString(file));
  }

  @Test
  void showsWhatItWouldDoAndDoesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("n.vmn"), WRONG);
    var run = Cli.run("check", "--fix", "--diff", file);
    assertEquals(1, run.status());
    assertTrue(run.err().contains("what that uncovers may be mended next"), run::err);
    assertEquals(WRONG, Files.readString(file));
    assertTrue(run.out().contains("\n-segment lan { subnet 10.0.0.7/24; mtu 1500; mtu 1500 }\n"));
    assertTrue(run.out().contains("\n+segment lan { subnet 10.0.0.0/24; mtu 1500 }\n"), run::out);
  }

  @Test
  void mendsImportedFilesAndNeverTheLibrary() throws IOException {
    Path imported =
        Files.writeString(folder.resolve("nets.vmn"), "segment lan { subnet 10.0.0.9/24 }\n");
    Path file =
        Files.writeString(
            folder.resolve("n.vmn"), "network n\nimport nets.{lan}\nvm a { nic lan }\n");
    assertEquals(0, Cli.run("check", "--fix", file).status());
    assertEquals("segment lan { subnet 10.0.0.0/24 }\n", Files.readString(imported));
  }

  @Test
  void saysHowToUseIt() throws IOException {
    Path file = Files.writeString(folder.resolve("n.vmn"), WRONG);
    assertEquals(2, Cli.run("check", "--diff", file).status());
    assertEquals(2, Cli.piped(WRONG, "check", "--fix", "-").status());
  }
}
