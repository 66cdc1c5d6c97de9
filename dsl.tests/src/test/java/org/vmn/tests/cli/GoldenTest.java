package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of each example, word by word. {@code -Dgolden=update} writes the files again; a
 * change that nobody can explain is a mistake.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/cli");
  private static final List<String> COMMANDS = List.of("check", "explain", "graph");

  @TempDir private Path folder;

  static List<Path> examples() throws IOException {
    return Cli.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void saysTheSame(Path example) throws IOException {
    for (String command : COMMANDS) {
      Cli.Run run =
          command.equals("graph")
              ? Cli.run(command, "--format", "mermaid", example)
              : Cli.run(command, example);
      String said = run.err() + run.out() + "exit status " + run.status() + "\n";
      Path golden = GOLDEN.resolve(name(example, command));
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(GOLDEN);
        Files.writeString(golden, said);
      }
      assertTrue(Files.exists(golden), () -> golden + " is missing: run with -Dgolden=update");
      assertEquals(Files.readString(golden), said, golden::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void buildsTheSame(Path example) throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    int status = Cli.run("build", "--no-prove", example, "-o", first).status();
    assertEquals(0, status);
    assertEquals(0, Cli.run("build", "--no-prove", example, "-o", second).status());
    Path manifest = Path.of("manifest.json");
    assertEquals(
        Files.readString(first.resolve(manifest)), Files.readString(second.resolve(manifest)));
    assertEquals(contents(first), contents(second));
  }

  @Test
  void hasNoFileWithoutAnExample() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Path example : examples()) {
      COMMANDS.forEach(c -> expected.add(name(example, c)));
    }
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertEquals(expected, new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()));
    }
  }

  private static String name(Path example, String command) {
    return example.getFileName().toString().replaceFirst("vmn$", command + ".txt");
  }

  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(f -> folder.relativize(f).toString()).sorted().toList();
    }
  }
}
