package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A baseline of each example, phase by phase: laid out, as a model, as a Network, and what is said
 * of it, word by word. {@code mvn test -pl dsl.tests -am -Dtest=GoldenTest -Dgolden=update} writes
 * the files again; a change that nobody can explain is a mistake.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/cli");
  private static final Map<String, String> PHASES =
      Map.of(
          "fmt", "fmt.vmn",
          "model", "model.txt",
          "network", "network.json",
          "check", "check.txt",
          "explain", "explain.txt",
          "graph", "graph.txt");

  @TempDir private Path folder;

  static List<Path> examples() throws IOException {
    return Cli.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void saysTheSame(Path example) throws IOException {
    for (String phase : PHASES.keySet()) {
      String said = said(phase, example);
      Path golden = GOLDEN.resolve(name(example, phase));
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(GOLDEN);
        Files.writeString(golden, said);
      }
      assertTrue(Files.exists(golden), () -> golden + " is missing: run with -Dgolden=update");
      assertEquals(Files.readString(golden), said, golden::toString);
    }
  }

  private String said(String phase, Path example) throws IOException {
    return switch (phase) {
      case "fmt" -> Cli.piped(Files.readString(example), "fmt", "-").out();
      case "model" -> ModelText.of(example);
      case "network" -> {
        Path out = folder.resolve("out");
        assertEquals(0, Cli.run("build", "--no-prove", example, "-o", out).status());
        yield Files.readString(out.resolve("simulation/network.json"));
      }
      case "graph" -> all(Cli.run("graph", "--format", "mermaid", example));
      default -> all(Cli.run(phase, example));
    };
  }

  private static String all(Cli.Run run) {
    return run.err() + run.out() + "exit status " + run.status() + "\n";
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
      PHASES.keySet().forEach(p -> expected.add(name(example, p)));
    }
    try (Stream<Path> files = Files.list(GOLDEN)) {
      if ("update".equals(System.getProperty("golden"))) {
        // Others are being written right now; those that have no example any more go.
        for (Path file : files.toList()) {
          if (!expected.contains(file.getFileName().toString())) {
            Files.delete(file);
          }
        }
        return;
      }
      assertEquals(expected, new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()));
    }
  }

  private static String name(Path example, String phase) {
    return example.getFileName().toString().replaceFirst("vmn$", PHASES.get(phase));
  }

  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(f -> folder.relativize(f).toString()).sorted().toList();
    }
  }
}
