package org.vmn.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Temporary folders whose paths are short enough for Unix sockets, and whose names say which
 * process made them, so that the next run removes what a killed one left.
 */
final class Dirs {
  /** A socket's path may have 108 bytes, and what we put below the folder has up to 40. */
  private static final int LONGEST = 60;

  private Dirs() {}

  private static final Pattern NAME = Pattern.compile("vmn-lab-(\\d+)-.*");

  static Path create(String what) {
    String prefix = "vmn-lab-" + ProcessHandle.current().pid() + "-" + what;
    try {
      Path dir = Files.createTempDirectory(prefix);
      if (dir.toString().length() > LONGEST) {
        Files.delete(dir);
        dir = Files.createTempDirectory(Path.of("/tmp"), prefix);
      }
      removeOrphans(dir.getParent());
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the folders in {@code parent} whose makers have ended. */
  private static void removeOrphans(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      all.filter(Dirs::isOrphan).toList().forEach(Dirs::delete);
    }
  }

  private static boolean isOrphan(Path dir) {
    Matcher name = NAME.matcher(dir.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
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
