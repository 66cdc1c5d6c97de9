package org.vmn.generator.emit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Real tools that judge what was emitted. */
public final class Lab {
  private Lab() {}

  /** The exit status and what was printed, to both outputs. */
  public record Run(int status, String output) {}

  /** Skips the test where a command is missing; on CI that is a failure. */
  public static void needs(String... commands) {
    for (String command : commands) {
      needs(isCommand(command), command + " isn't installed");
    }
  }

  /** Skips the test where something that it needs is missing; on CI that is a failure. */
  public static void needs(boolean isThere, String otherwise) {
    assertTrue(isThere || !"true".equals(System.getenv("CI")), otherwise);
    assumeTrue(isThere, otherwise);
  }

  private static boolean isCommand(String command) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  public static Run run(String... command) throws IOException, InterruptedException {
    return run(List.of(command), Map.of());
  }

  public static Run run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  /** Writes files below a folder. */
  public static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
