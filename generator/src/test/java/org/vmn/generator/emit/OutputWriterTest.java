package org.vmn.generator.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputWriterTest {
  private static final Manifest.Head HEAD =
      new Manifest.Head(
          "0.1", "shop", List.of(source("shop.vmn", "network shop"), source("b.vmn", "")));

  @TempDir Path parent;

  private Path out = Path.of("");

  @BeforeEach
  void choose() {
    out = parent.resolve("deep/out");
  }

  private static Manifest.Source source(String path, String text) {
    return Manifest.Source.of(path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void writesFilesAndWhatTheyWereMadeFrom() throws IOException {
    write(Artifact.script("b/up.sh", "#!"), Artifact.text("a", ""));
    assertEquals(
        """
        {
          "format": "vmn-manifest",
          "version": 1,
          "tool": "0.1",
          "network": "shop",
          "digest": "DIGEST",
          "sources": [
            {
              "path": "shop.vmn",
              "sha256": "SOURCE"
            },
            {
              "path": "b.vmn",
              "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            }
          ],
          "files": [
            {
              "path": "b/up.sh",
              "size": 2,
              "sha256": "SCRIPT",
              "executable": true
            },
            {
              "path": "a",
              "size": 0,
              "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "executable": false
            }
          ]
        }
        """
            .replace("DIGEST", HEAD.digest())
            .replace("SOURCE", HEAD.sources().getFirst().sha256())
            .replace("SCRIPT", new Digest().add("#!".getBytes(StandardCharsets.UTF_8)).hex()),
        content().get("manifest.json"));
    assertTrue(Files.isExecutable(out.resolve("b/up.sh")));
    assertFalse(Files.isExecutable(out.resolve("a")));
    assertEquals(HEAD, ManifestReader.read(out).orElseThrow().head());
    assertEquals(2, ManifestReader.read(out).orElseThrow().files().size());
    assertNothingBeside();
  }

  @Test
  void replacesWhatItWroteBefore() throws IOException {
    write(Artifact.text("a", "1"), Artifact.text("b", "1"));
    write(Artifact.text("a", "2"));
    assertEquals("2", content().get("a"));
    assertEquals(2, content().size());
    assertNothingBeside();
  }

  @Test
  void isTheSameByteForByte() throws IOException {
    write(Artifact.text("a", "1"));
    Map<String, String> first = content();
    write(Artifact.text("a", "1"));
    assertEquals(first, content());
  }

  @Test
  void leavesOldOutputWhenEmissionFails() throws IOException {
    write(Artifact.text("a", "1"));
    Map<String, String> before = content();
    assertThrows(
        ArithmeticException.class,
        () -> {
          try (OutputWriter output = OutputWriter.open(out, HEAD)) {
            output.accept(Artifact.text("a", "2"));
            throw new ArithmeticException("a bug in an emitter");
          }
        });
    assertEquals(before, content());
    assertNothingBeside();
  }

  @Test
  void leavesNothingWhenThereWasNothing() throws IOException {
    try (OutputWriter output = OutputWriter.open(out, HEAD)) {
      output.accept(Artifact.text("a", "2"));
    }
    assertFalse(Files.exists(out));
    assertNothingBeside();
  }

  @Test
  void refusesToWriteFileTwice() throws IOException {
    OutputException failure =
        assertThrows(
            OutputException.class, () -> write(Artifact.text("a", "1"), Artifact.text("a", "2")));
    assertInstanceOf(FileAlreadyExistsException.class, failure.getCause());
    assertFalse(Files.exists(out));
  }

  @Test
  void refusesFolderOfOthers() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.txt"), "years of work");
    assertRefusal("is not empty, and has no `manifest.json` that says VMN wrote it");
    Files.writeString(out.resolve("manifest.json"), "{\"name\": \"my app\"}");
    assertRefusal("is not empty");
    Files.writeString(out.resolve("manifest.json"), "\0[");
    assertRefusal("is not empty");
    assertEquals("years of work", content().get("thesis.txt"));
    assertNothingBeside();
  }

  @Test
  void refusesToReplaceFilesThatSomebodyAdded() throws IOException {
    write(Artifact.text("a", "1"));
    Files.writeString(out.resolve("notes.txt"), "mine");
    assertRefusal("holds files that VMN didn't write, and would be replaced as a whole: notes.txt");
    assertEquals("mine", content().get("notes.txt"));
  }

  @Test
  void noticesFilesAddedMeanwhile() throws IOException {
    write(Artifact.text("a", "1"));
    try (OutputWriter output = OutputWriter.open(out, HEAD)) {
      Files.writeString(out.resolve("notes.txt"), "mine");
      assertThrows(OutputException.class, output::commit);
    }
    assertEquals("mine", content().get("notes.txt"));
    assertNothingBeside();
  }

  @Test
  void refusesWhatIsNoFolder() throws IOException {
    Files.createDirectories(out.getParent());
    Files.writeString(out, "");
    assertRefusal("is a file, not a folder");
    Files.delete(out);
    Files.createSymbolicLink(out, parent);
    assertRefusal("is a symbolic link");
    out = Path.of("/");
    assertRefusal("can't be an output folder");
  }

  @Test
  void saysWhyItCantWrite() throws IOException {
    Files.writeString(parent.resolve("file"), "");
    out = parent.resolve("file/out");
    assertRefusal("can't write the output folder `" + out + "`");
  }

  @Test
  void fillsEmptyFolder() throws IOException {
    Files.createDirectories(out);
    write(Artifact.text("a", "1"));
    assertEquals("1", content().get("a"));
  }

  @Test
  void neitherFollowsNorKeepsLinks() throws IOException {
    write(Artifact.text("d/a", "1"));
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("a"), "precious");
    Files.delete(out.resolve("d/a"));
    Files.createSymbolicLink(out.resolve("d/a"), elsewhere.resolve("a"));
    write(Artifact.text("d/a", "2"));
    assertEquals("2", content().get("d/a"));
    assertFalse(Files.isSymbolicLink(out.resolve("d/a")));
    assertEquals("precious", Files.readString(elsewhere.resolve("a")));
  }

  @Test
  void recoversFromKillWhileWriting() throws Exception {
    write(Artifact.text("a", "1"));
    Map<String, String> before = content();
    Lab.Run run =
        Lab.run(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Killed.class.getName(),
            out.toString());
    assertEquals(3, run.status(), run.output());
    assertEquals(before, content());
    assertThrows(AssertionError.class, this::assertNothingBeside);
    write(Artifact.text("a", "2"));
    assertEquals("2", content().get("a"));
    assertNothingBeside();
  }

  /** Stops halfway, without a chance to clean up. */
  static final class Killed {
    public static void main(String[] arguments) {
      OutputWriter output = OutputWriter.open(Path.of(arguments[0]), HEAD);
      output.accept(Artifact.text("a", "half"));
      Runtime.getRuntime().halt(3);
    }
  }

  @Test
  void recoversFromKillBetweenTheTwoRenames() throws IOException {
    write(Artifact.text("a", "1"));
    Path staging = Files.createDirectory(out.resolveSibling(".out.vmn-123"));
    Files.createDirectory(staging.resolve("new"));
    Files.move(out, staging.resolve("old"));
    try (OutputWriter output = OutputWriter.open(out, HEAD)) {
      assertEquals("1", content().get("a"));
    }
    assertEquals("1", content().get("a"));
    assertNothingBeside();
  }

  @Test
  void leavesRunThatLivesAlone() throws IOException {
    try (OutputWriter first = OutputWriter.open(out, HEAD)) {
      first.accept(Artifact.text("a", "1"));
      write(Artifact.text("a", "2"));
      first.accept(Artifact.text("b", "1"));
      first.commit();
    }
    assertEquals("1", content().get("a"));
    assertEquals("1", content().get("b"));
  }

  private void write(Artifact... files) {
    try (OutputWriter output = OutputWriter.open(out, HEAD)) {
      Stream.of(files).forEach(output);
      output.commit();
    }
  }

  private void assertRefusal(String message) {
    OutputException failure =
        assertThrows(OutputException.class, () -> write(Artifact.text("a", "1")));
    assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.getMessage());
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        content.put(out.relativize(file).toString(), Files.readString(file));
      }
    }
    return content;
  }

  private void assertNothingBeside() throws IOException {
    try (Stream<Path> all =
        Files.exists(out.getParent()) ? Files.list(out.getParent()) : Stream.empty()) {
      assertEquals(List.of(), all.filter(path -> !path.equals(out)).toList());
    }
  }
}
