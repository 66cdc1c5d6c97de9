package org.vmn.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Temporary folders whose paths are short enough for Unix sockets. */
final class Dirs {
  /** A socket's path may have 108 bytes, and what we put below the folder has up to 40. */
  private static final int LONGEST = 60;

  private Dirs() {}

  static Path create(String prefix) {
    try {
      Path dir = Files.createTempDirectory(prefix);
      if (dir.toString().length() > LONGEST) {
        Files.delete(dir);
        dir = Files.createTempDirectory(Path.of("/tmp"), prefix);
      }
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes {@code dir} and all in it; what can't be deleted stays, since a test's verdict must not
   * depend on it.
   */
  static void delete(Path dir) {
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(dir)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | UncheckedIOException e) {
      return;
    }
    inside.forEach(Dirs::deleteFile);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void deleteFile(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Left behind in the temporary folder, which is what that folder is for.
    }
  }
}
