package org.vmn.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what is expected, beside the tests' classes. {@code mvn -pl runtime test
 * -Dgolden=update} writes them anew; the diff is then read like any other change.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/org/vmn/runtime");

  private Golden() {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static void check(String name, String actual) throws IOException {
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file(name), actual);
    }
    assertEquals(Files.readString(file(name)), actual);
  }
}
