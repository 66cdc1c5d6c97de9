package org.vmn.tests.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifest holds the digest of every file: two builds with one manifest are the same bytes. */
class SameBytesTest {
  @TempDir Path temp;

  static List<Path> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void buildsTheSameTwice(Path example) throws IOException {
    Examples.build(example, temp.resolve("one"));
    Examples.build(example, temp.resolve("two"));
    assertEquals(
        Files.readString(temp.resolve("one/manifest.json")),
        Files.readString(temp.resolve("two/manifest.json")));
  }
}
