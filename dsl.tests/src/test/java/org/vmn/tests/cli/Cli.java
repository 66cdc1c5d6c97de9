package org.vmn.tests.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vmn.generator.cli.Main;

/** Runs commands within the tests' own process. */
final class Cli {
  static final Path EXAMPLES = Path.of("examples");

  private Cli() {}

  /** What a command left behind. */
  record Run(int status, String out, String err) {}

  static Run run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), texts);
    return new Run(status, out.toString(), err.toString());
  }

  /** Runs with a text on standard input, which the whole process shares. */
  static synchronized Run piped(String input, Object... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(arguments);
    } finally {
      System.setIn(before);
    }
  }

  /** Every example, in order. */
  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(f -> f.toString().endsWith(".vmn") && !f.getParent().endsWith("lib"))
          .sorted()
          .toList();
    }
  }

  static Path example(String name) throws IOException {
    return examples().stream().filter(f -> f.endsWith(name + ".vmn")).findFirst().orElseThrow();
  }
}
