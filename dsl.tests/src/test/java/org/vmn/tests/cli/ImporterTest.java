package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.tests.reuse.Importing;

/** An error of a file that another file causes comes and goes with what that file says. */
@Timeout(120)
class ImporterTest {
  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file;
  }

  private Path project() throws IOException {
    write("lab/parts.vmn", Importing.PARTS);
    write("lab/sizes.vmn", "var ram = 2 GiB\n");
    write("lab/rules.vmn", "rule \"few\" { every vm { memory <= 10 GiB } }\n");
    write("vmn.json", "{}");
    return write("n.vmn", Importing.ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a declaration|lab/parts.vmn|segment lan|segment net|there is no declaration `lan`",
        "a variable|lab/parts.vmn|var count = 2|var count = 2 GiB|VMN",
        "a template|lab/parts.vmn|memory ram|memory 3|`3` has no unit",
        "its parameters|lab/parts.vmn|(net: segment)|(on_net: segment)|`net`",
        "a broken file|lab/parts.vmn|template node|tmplate node|can't follow `tmplate`",
        "an import's import|lab/sizes.vmn|2 GiB|2 Gbps|is a rate",
        "a rule|lab/rules.vmn|10 GiB|8 GiB|breaks the rule \"few\"",
        "the project|vmn.json|{}|{ \"levels\": { \"VMN6004\": \"of\" } }|VMN6003",
      })
  void seesWhatHasBecomeOfOthers(
      String what, String name, String right, String wrong, String message) throws Exception {
    Path root = project();
    Path other = folder.resolve(name);
    String text = Files.readString(other);
    assertTrue(text.contains(right), what);
    try (Watched vmn = new Watched("check", "--watch", root)) {
      String before = vmn.round(", in ");
      assertFalse(before.contains("error["), before);
      Files.writeString(other, text.replace(right, wrong));
      String broken = vmn.round(", in ");
      assertTrue(broken.contains(message), broken);
      Files.writeString(other, text);
      String mended = vmn.round(", in ");
      assertTrue(mended.contains("mended") && !mended.contains("still"), mended);
      assertEquals(0, vmn.end());
    }
  }

  /** Without a watch, each run is new. */
  @ParameterizedTest
  @CsvSource({"lab/sizes.vmn, 2 GiB, 2 Gbps", "lab/rules.vmn, 10 GiB, 8 GiB"})
  void eachRunReadsThemAnew(String name, String right, String wrong) throws IOException {
    Path root = project();
    Path other = folder.resolve(name);
    String text = Files.readString(other);
    for (int round = 0; round < 2; round++) {
      assertEquals(0, Cli.run("check", root).status());
      Files.writeString(other, text.replace(right, wrong));
      assertEquals(1, Cli.run("check", root).status());
      Files.writeString(other, text);
    }
  }
}
