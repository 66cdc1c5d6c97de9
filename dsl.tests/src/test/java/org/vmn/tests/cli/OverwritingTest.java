package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command writes over what it reads, or over what it has just written. */
class OverwritingTest {
  private static final String TEXT =
      "network n\nsegment lan { subnet 10.0.0.0/24 }\n"
          + "vm a { nic lan; runs p on 80/tcp }\nvm b { nic lan }\n"
          + "scenario s { for 1 s; load b -> a { 1 req/s } }\n";

  @TempDir private Path folder;
  private Path source;
  private Path configuration;

  @BeforeEach
  void build() throws IOException {
    source = Files.writeString(folder.resolve("n.vmn"), TEXT);
    assertEquals(0, Cli.run("build", source, "-o", folder.resolve("out")).status());
    configuration = folder.resolve("n.json");
    Files.copy(folder.resolve("out/simulation/network.json"), configuration);
  }

  private void assertRefused(Path read, String what, Object... command) throws IOException {
    String before = Files.readString(read);
    var run = Cli.run(command);
    assertEquals(2, run.status(), run::err);
    assertTrue(run.err().startsWith("error: `" + what + "` "), run::err);
    assertTrue(run.err().contains("name another file"), run::err);
    assertEquals(before, Files.readString(read));
  }

  @Test
  void aReportLeavesTheConfigurationThatItIsOf() throws IOException {
    Path page = folder.resolve("n.html");
    assertRefused(
        configuration, configuration.toString(), "simulate", configuration, "--report", page);
    assertFalse(Files.exists(page));
  }

  @Test
  void noOptionWritesOverTheSource() throws IOException {
    for (String option : new String[] {"-o", "--csv", "--timeline", "--metrics", "--report"}) {
      assertRefused(source, source.toString(), "simulate", source, option, source);
    }
    assertRefused(source, source.toString(), "graph", source, "-o", source);
  }

  @Test
  void aLinkToTheSourceIsTheSource() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), source);
    assertRefused(source, link.toString(), "simulate", source, "--csv", link);
  }

  @Test
  void nothingIsWrittenOverASourceAtAll() throws IOException {
    Path other = Files.writeString(folder.resolve("other.vmn"), "network o\n");
    assertRefused(other, other.toString(), "simulate", source, "--csv", other);
  }

  @Test
  void twoOutputsAreTwoFiles() throws IOException {
    Path csv = folder.resolve("m.csv");
    var run = Cli.run("simulate", source, "--csv", csv, "--report", folder.resolve("m.html"));
    assertEquals(2, run.status(), run::err);
    assertTrue(run.err().startsWith("error: `" + csv + "` would be written twice"), run::err);
    assertFalse(Files.exists(csv));
  }

  @Test
  void aPictureIsWhatItsNameSays() {
    Path picture = folder.resolve("n.png");
    var run = Cli.run("graph", source, "-o", picture);
    assertEquals(2, run.status(), run::err);
    assertTrue(run.err().contains("pictures are .svg, .dot or .mmd"), run::err);
    assertFalse(Files.exists(picture));
  }

  /** What is chosen is kept for those who get it. */
  @Test
  void aBuildThatIsRefusedKeepsNoLock() throws IOException {
    Path lock = folder.resolve("vmn.lock");
    Files.delete(lock);
    assertEquals(2, Cli.run("build", source, "-o", folder).status());
    assertFalse(Files.exists(lock));
    assertEquals(0, Cli.run("build", source, "-o", folder.resolve("out")).status());
    assertTrue(Files.exists(lock));
  }

  @Test
  void devicesMayTakeSeveral() {
    Path nowhere = Path.of("/dev/null");
    var run = Cli.run("simulate", source, "--csv", nowhere, "-o", nowhere);
    assertEquals(0, run.status(), run::err);
  }
}
