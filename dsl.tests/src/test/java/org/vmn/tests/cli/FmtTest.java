package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laying files out. */
class FmtTest {
  private static final String UGLY = "network   hello\n\nsegment lan { subnet 10.0.0.0/24 }\n";
  private static final String NEAT = "network hello\n\nsegment lan { subnet 10.0.0.0/24 }\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("lab.vmn"), UGLY);
  }

  @Test
  void laysOutInPlaceOnce() throws IOException {
    assertEquals(new Cli.Run(0, "", ""), Cli.run("fmt", file));
    assertEquals(NEAT, Files.readString(file));
    var time = Files.getLastModifiedTime(file);
    assertEquals(new Cli.Run(0, "", ""), Cli.run("fmt", file));
    assertEquals(time, Files.getLastModifiedTime(file));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count(), "no draft is left");
    }
  }

  @Test
  void checksWithoutChanging() throws IOException {
    assertEquals(new Cli.Run(1, file + "\n", ""), Cli.run("fmt", "--check", file));
    assertEquals(UGLY, Files.readString(file));
  }

  @Test
  void showsTheDifference() throws IOException {
    var run = Cli.run("fmt", "--diff", file);
    assertEquals(0, run.status());
    assertTrue(run.out().contains("\n-network   hello\n+network hello\n"), run::out);
    assertEquals(UGLY, Files.readString(file));
    assertEquals(1, Cli.run("fmt", "--check", "--diff", file).status());
  }

  @Test
  void laysOutStandardInput() {
    assertEquals(new Cli.Run(0, NEAT, ""), Cli.piped(UGLY, "fmt", "-"));
  }

  @Test
  void readsAByteOrderMarkAndWritesNone() {
    assertEquals(new Cli.Run(0, NEAT, ""), Cli.piped("\ufeff" + UGLY, "fmt", "-"));
  }

  @Test
  void unitsOfVariablesStayInOnePiece() {
    String text = "network n\n\nvar r: requests = 800 req/s\n";
    assertEquals(new Cli.Run(0, text, ""), Cli.piped(text, "fmt", "-"));
  }

  @Test
  void leavesWhatItCannotReadAlone() throws IOException {
    Files.writeString(file, "network   hello {\n");
    var run = Cli.run("fmt", file);
    assertEquals(1, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("error[VMN1001]: "), run::err);
    assertEquals("network   hello {\n", Files.readString(file));
  }

  @Test
  void formattingTwiceChangesNothingMore() throws IOException {
    for (Path example : Cli.examples()) {
      String once = Cli.piped(Files.readString(example), "fmt", "-").out();
      assertEquals(once, Cli.piped(once, "fmt", "-").out(), example::toString);
    }
  }
}
