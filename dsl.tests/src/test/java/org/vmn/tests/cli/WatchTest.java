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
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are edited while commands watch them. */
@Timeout(120)
class WatchTest {
  private static final String TIERS =
      """
      network tiers
      segment lan { subnet 10.0.0.0/24 }
      vm web { nic lan }
      vm db { nic lan }
      policy default deny
      """;

  private static final String ASSERTIONS =
      """
      assert web reaches db on 5432/tcp
      assert db cannot reach web
      """;

  private static final String OPEN = "allow web -> db : 5432/tcp\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("lab.vmn"), TIERS + OPEN + ASSERTIONS);
  }

  private void save(String text) throws IOException {
    Path other = Files.writeString(folder.resolve(".lab.vmn~"), text);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void anEditTellsWhatItChangesAndWhatItMends() throws Exception {
    try (Watched vmn = new Watched("prove", "--watch", file)) {
      String first = vmn.round("2 of 2 assertions proved, in ");
      assertTrue(first.contains("proved  web reaches db on 5432/tcp"), first);
      save(TIERS + ASSERTIONS);
      String second = vmn.round("1 of 2 assertions proved, in ");
      assertTrue(second.contains("lab.vmn changed\nnewly refuted\nrefuted  web reaches"), second);
      assertTrue(second.contains("to mend it: `allow web -> db : 5432/tcp`"), second);
      assertFalse(second.contains("cannot reach"), second);
      save(TIERS + "\n\n" + ASSERTIONS);
      String third = vmn.round("1 of 2 assertions proved, in ");
      assertTrue(third.contains("as before\nrefuted  web reaches db on 5432/tcp"), third);
      assertTrue(third.contains("no verdict changed"), third);
      save(TIERS + OPEN + "assert web reaches db on 5432/tcp\n");
      String fourth = vmn.round("1 of 1 assertion proved, in ");
      assertTrue(fourth.contains("newly proved\nproved  web reaches"), fourth);
      assertTrue(fourth.contains("no longer asserted\n  db cannot reach web"), fourth);
      assertEquals(0, vmn.end());
    }
  }

  @Test
  void aBrokenOrMissingFileIsWaitedFor() throws Exception {
    try (Watched vmn = new Watched("prove", "--watch", file)) {
      vmn.round("2 of 2 assertions proved");
      save("netwo rk");
      assertTrue(vmn.round("nothing is proved while there are errors").contains("VMN1001"));
      Files.delete(file);
      assertTrue(vmn.round("nothing is proved, in").contains("there is no file"));
      save(TIERS + ASSERTIONS);
      String back = vmn.round("1 of 2 assertions proved");
      assertTrue(back.contains("newly refuted"), back);
      assertFalse(back.contains("newly proved"), "it was before, and nothing was said since");
      assertEquals(1, vmn.end());
    }
  }

  @Test
  void whatIsNotThereYetIsWaitedForToo() throws Exception {
    Files.delete(file);
    try (Watched vmn = new Watched("check", "--watch", file)) {
      assertTrue(vmn.round("; watching, Ctrl-C ends").contains("there is no file"));
      save("import parts.tiers\nnetwork lab\n" + ASSERTIONS);
      String absent = vmn.round("1 error, in ");
      assertTrue(absent.contains("there is no file"), absent);
      Files.createDirectories(folder.resolve("parts"));
      Files.write(folder.resolve("parts/tiers.vmn"), TIERS.lines().skip(1).toList());
      String there = vmn.round("1 of 2 assertions proved");
      assertTrue(there.contains("tiers.vmn changed\n"), there);
      assertEquals(1, vmn.end());
    }
  }

  @Test
  void importsAndTheirImportsTheLockAndTheProjectAreWatched() throws Exception {
    Files.createDirectories(folder.resolve("parts"));
    Path rules = Files.writeString(folder.resolve("parts/rules.vmn"), OPEN);
    Path machines = folder.resolve("parts/machines.vmn");
    List<String> lines = TIERS.lines().toList();
    Files.write(
        machines, Stream.concat(Stream.of("import rules"), lines.stream().skip(1)).toList());
    save("import parts.machines\nnetwork lab\n" + ASSERTIONS);
    // Rules name what another file declares.
    Files.writeString(rules, "import machines\n" + OPEN);
    try (Watched vmn = new Watched("check", "--watch", file)) {
      vmn.round("2 assertions proved");
      Files.writeString(rules, "import machines\nallow web -> db : 80/tcp\n");
      String refuted = vmn.round("1 of 2 assertions proved");
      assertTrue(refuted.contains("rules.vmn changed\nerror[VMN4101]"), refuted);
      Files.writeString(folder.resolve("vmn.json"), "{\"levels\":{\"VMN4004\":\"off\"}}");
      String project = vmn.round("1 of 2 assertions proved");
      assertTrue(project.contains("vmn.json changed"), project);
      Files.writeString(folder.resolve("vmn.lock"), "no lock");
      String lock = vmn.round("vmn.lock changed");
      assertEquals(1, vmn.end(), lock);
    }
  }

  @Test
  void checkShowsWhatIsNewInFullAndTheRestInALine() throws Exception {
    save(TIERS + ASSERTIONS);
    try (Watched vmn = new Watched("check", "--watch", file)) {
      assertTrue(vmn.round("1 of 2 assertions proved").contains("help: this connection shows it"));
      save(TIERS + ASSERTIONS + "vm spare { nic nowhere }\n");
      String second = vmn.round("1 error, in ");
      assertTrue(second.contains("`nowhere`"), second);
      assertFalse(second.contains("mended"), "nobody knows while the file is broken");
      save(TIERS + ASSERTIONS);
      String third = vmn.round("1 of 2 assertions proved");
      assertTrue(third.contains("still   error[VMN4101]: `web reaches db"), third);
      assertTrue(third.contains("mended  error["), third);
      save(TIERS + OPEN + ASSERTIONS);
      String fourth = vmn.round("2 assertions proved");
      assertTrue(fourth.contains("mended  error[VMN4101]: `web reaches db"), fourth);
      assertEquals(0, vmn.end());
    }
  }

  @Test
  void severalFilesHaveRoundsOfTheirOwn() throws Exception {
    Path other = Files.writeString(folder.resolve("other.vmn"), TIERS);
    try (Watched vmn = new Watched("check", "--watch", file, other)) {
      vmn.round("other.vmn: ");
      Files.writeString(other, TIERS + "vm spare { nic nowhere }\n");
      String second = vmn.round("other.vmn: 1 error");
      assertFalse(second.contains("lab.vmn"), second);
      assertEquals(1, vmn.end());
    }
  }

  @Test
  void programsReadADocumentALine() throws Exception {
    try (Watched vmn = new Watched("prove", "--watch", "--format", "json", file)) {
      JsonObject first = JsonParser.parseString(vmn.round("}\n")).getAsJsonObject();
      assertEquals(1, first.get("round").getAsInt());
      assertEquals(0, first.get("status").getAsInt());
      assertEquals(2, first.getAsJsonArray("verdicts").size());
      save(TIERS + ASSERTIONS);
      JsonObject second = JsonParser.parseString(vmn.round("}\n")).getAsJsonObject();
      JsonArray refuted = second.getAsJsonObject("since").getAsJsonArray("refuted");
      assertEquals("web reaches db on 5432/tcp", refuted.get(0).getAsString());
      assertEquals(1, second.get("status").getAsInt());
      assertTrue(second.getAsJsonArray("changed").get(0).getAsString().endsWith("lab.vmn"));
      Files.delete(file);
      JsonObject third = JsonParser.parseString(vmn.round("}\n")).getAsJsonObject();
      assertTrue(third.get("error").getAsString().contains("there is no file"));
      assertTrue(third.get("verdicts").isJsonNull());
      assertEquals(2, vmn.end());
    }
  }

  @Test
  void whatCannotBeWatchedIsRefused() throws Exception {
    List<List<Object>> misuses =
        List.of(
            List.of("prove", "--watch", "-"),
            List.of("prove", "--watch", "--matrix", file),
            List.of("prove", "--watch", "--format", "sarif", file),
            List.of("check", "--watch", "--fix", file),
            List.of("check", "--watch", file, "-"));
    for (List<Object> misuse : misuses) {
      Cli.Run run = Cli.run(misuse.toArray());
      assertEquals(2, run.status(), misuse::toString);
      assertTrue(run.err().startsWith("error: "), run::err);
      assertTrue(run.out().isEmpty());
    }
  }

  /** As at a terminal: a process of its own, ended by the signal of Ctrl-C. */
  @Test
  void interruptedItEndsWithTheStatusOfTheLastRound() throws Exception {
    save(TIERS + ASSERTIONS);
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(OwnProcess.command("prove", "--watch", file))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      await(log, "1 of 2 assertions proved");
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertEquals(1, process.waitFor());
      assertFalse(Files.readString(log).contains("Exception"));
    } finally {
      process.destroyForcibly();
    }
  }

  private static void await(Path log, String text) throws Exception {
    while (!Files.readString(log).contains(text)) {
      Thread.sleep(20);
    }
  }
}
