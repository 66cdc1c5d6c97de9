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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file of {@code bad} has one mistake, and says in its first line which diagnostic it calls
 * for and where. It gives one message, at that line, and no output.
 */
class BadInputTest {
  private static final Path FOLDER = Path.of("src/test/resources/bad");
  private static final Pattern EXPECTED = Pattern.compile("// (VMN\\d{4}) at (\\d+)");

  @TempDir private Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysOnceWhatIsWrongAndWhere(Path file) throws IOException {
    Matcher expected = EXPECTED.matcher(Files.readString(file).lines().findFirst().orElse(""));
    assertTrue(expected.matches(), "the first line says what to expect");

    var json = Cli.run("check", "--format", "json", file);
    assertEquals(1, json.status(), json::toString);
    assertEquals("", json.err());
    JsonArray problems = JsonParser.parseString(json.out()).getAsJsonArray();
    assertEquals(1, problems.size(), json::out);
    JsonObject problem = problems.get(0).getAsJsonObject();
    assertEquals(expected.group(1), problem.get("code").getAsString(), json::out);
    assertEquals(expected.group(2), problem.get("line").getAsString(), json::out);
    assertEquals(file.toString(), problem.get("file").getAsString());
    String message = problem.get("message").getAsString();
    assertTrue(message.length() < 300 && !message.contains("\n"), message);
    assertFalse(message.contains("Exception"), message);

    var pretty = Cli.run("check", file);
    assertEquals(1, pretty.status());
    assertEquals("", pretty.out());
    assertTrue(pretty.err().startsWith("error[" + expected.group(1) + "]: "), pretty::err);
    assertTrue(pretty.err().contains("--> " + file + ":" + expected.group(2) + ":"), pretty::err);
  }

  @ParameterizedTest
  @MethodSource("files")
  void buildsNothingOfIt(Path file) {
    Path output = folder.resolve("out");
    var run = Cli.run("build", file, "-o", output);
    assertEquals(1, run.status(), run::toString);
    assertEquals("", run.out());
    assertTrue(run.err().contains("nothing was written to " + output), run::err);
    assertFalse(Files.exists(output));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prove", "simulate", "explain", "graph"})
  void sendsNoDataToStandardOutput(String command) {
    var run = Cli.run(command, FOLDER.resolve("unknown-name.vmn"));
    assertEquals(1, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("error[VMN2001]: "), run::err);
  }
}
