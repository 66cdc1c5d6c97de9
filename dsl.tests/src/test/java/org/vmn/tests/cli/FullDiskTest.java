package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results on a disk that has no room: said, and nothing half written under the name asked for. */
@Timeout(120)
class FullDiskTest {
  @TempDir private Path folder;

  private void write() throws IOException {
    Files.writeString(
        folder.resolve("shop.vmn"),
        """
        network shop
        segment lan { subnet 10.0.0.0/24 }
        vm web[9] { nic lan; runs shop on 80/tcp }
        vm c { nic lan }
        balancer www on 10.0.0.100:80/tcp -> web : shop
        scenario rush { for 60 s; load c -> www { 5 req/s } }
        """);
  }

  /** With a disk of one page, in a name space of mounts that goes with the process. */
  private Cli.Run onFullDisk(String output, Object... arguments)
      throws IOException, InterruptedException {
    write();
    Files.createDirectory(folder.resolve("disk"));
    List<String> vmn = OwnProcess.command(arguments);
    String script =
        "mount -t tmpfs -o size=4k full disk && echo before > disk/%1$s\n".formatted(output)
            + quoted(vmn)
            + "\nstatus=$?\nls -A disk; cat disk/%s; exit $status".formatted(output);
    OwnProcess own = new OwnProcess(folder);
    return own.await(own.start(List.of("unshare", "--mount", "sh", "-c", script)));
  }

  private static String quoted(List<String> words) {
    return words.stream().map(w -> "'" + w + "'").collect(Collectors.joining(" "));
  }

  /** Skips the test where nothing can be mounted; on CI that is a failure. */
  private static void needsRoot() throws IOException, InterruptedException {
    boolean mounts = new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0;
    assertTrue(mounts || !"true".equals(System.getenv("CI")), "only root mounts");
    assumeTrue(mounts, "only root mounts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output", "--csv", "--timeline"})
  void leavesWhatWasThere(String option) throws Exception {
    needsRoot();
    Cli.Run said = onFullDisk("r", "simulate", "shop.vmn", "--format", "json", option, "disk/r");
    assertEquals(2, said.status(), said.err());
    assertEquals("error: can't write `disk/r`: No space left on device\n", said.err());
    assertTrue(said.out().endsWith("]\nr\nbefore\n"), said.out());
  }

  @Test
  void leavesThePageThatWasThere() throws Exception {
    needsRoot();
    Cli.Run said = onFullDisk("r.html", "simulate", "shop.vmn", "--report", "disk/r.html");
    assertEquals(2, said.status(), said.err());
    assertEquals("error: can't write `disk/r.json`: No space left on device\n", said.err());
    assertTrue(said.out().endsWith("\nr.html\nbefore\n"), said.out());
  }

  @Test
  void saysThatStandardOutputIsNotComplete() throws Exception {
    write();
    String script =
        quoted(OwnProcess.command("simulate", "shop.vmn", "--format", "json")) + " > /dev/full";
    OwnProcess own = new OwnProcess(folder);
    Cli.Run said = own.await(own.start(List.of("sh", "-c", script)));
    assertEquals(2, said.status());
    assertEquals("error: can't write to standard output: No space left on device\n", said.err());
  }

  /** Who has seen enough of it makes no error. */
  @Test
  void isSilentWhereTheReaderGoesAway() throws Exception {
    write();
    String script =
        quoted(OwnProcess.command("simulate", "shop.vmn", "--format", "json")) + " | true";
    OwnProcess own = new OwnProcess(folder);
    Cli.Run said = own.await(own.start(List.of("sh", "-c", script)));
    assertEquals("", said.err());
  }

  /** A device is written to, and not replaced by a file. */
  @Test
  void writesToDevices() throws Exception {
    write();
    String shop = folder.resolve("shop.vmn").toString();
    Cli.Run said = Cli.run("simulate", shop, "--csv", "/dev/full");
    assertEquals(2, said.status(), said.err());
    assertTrue(said.err().contains("can't write `/dev/full`: No space left on device"), said.err());
    assertFalse(Files.isRegularFile(Path.of("/dev/full")));
    assertEquals(0, Cli.run("simulate", shop, "--csv", "/dev/null").status());
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
  }
}
