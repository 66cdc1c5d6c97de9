package org.vmn.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Pages;
import org.vmn.generator.cli.Main;
import org.vmn.generator.lock.LockFile;
import org.vmn.generator.project.ProjectFile;

/**
 * What is said of the wrong example of each page, word by word. {@code -Dgolden=update} writes the
 * files again.
 */
class DiagnosticGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/diagnostics");
  private static final Pattern WRONG =
      Pattern.compile(
          "(?:```json\n([^`]*)```\\s*)?(?:```lock\n([^`]*)```\\s*)?```vmn\n(.*?)```",
          Pattern.DOTALL);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void saysTheSame(Code code) throws IOException {
    MatchResult wrong = WRONG.matcher(Pages.of(code).text()).results().findFirst().orElseThrow();
    Path file = Files.writeString(folder.resolve("lab.vmn"), wrong.group(3));
    if (wrong.group(1) != null) {
      Files.writeString(folder.resolve(ProjectFile.NAME), wrong.group(1));
    }
    boolean locked = wrong.group(2) != null;
    if (locked) {
      Files.writeString(LockFile.beside(file), wrong.group(2));
    }
    String said = run(command(code), file, locked);
    String portable = said.replace(folder + "/", "").replace(folder.toString(), ".");
    Path golden = GOLDEN.resolve(code.id() + ".txt");
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, portable);
    }
    assertTrue(portable.contains("[" + code.id() + "]"), portable);
    assertTrue(Files.exists(golden), () -> golden + " is missing: run with -Dgolden=update");
    assertEquals(Files.readString(golden), portable, golden::toString);
  }

  @Test
  void hasNoFileWithoutACode() throws IOException {
    List<String> codes = Arrays.stream(Code.values()).map(c -> c.id() + ".txt").sorted().toList();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertEquals(codes, files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  /** A file without a network is nothing wrong to a check. */
  private static String command(Code code) {
    return code == Code.NO_NETWORK ? "prove" : code.isLint() ? "lint" : "check";
  }

  private static String run(String command, Path file, boolean locked) {
    StringWriter err = new StringWriter();
    List<String> arguments =
        locked ? List.of(command, "--locked", file.toString()) : List.of(command, file.toString());
    Main.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err),
        arguments.toArray(String[]::new));
    return err.toString();
  }
}
