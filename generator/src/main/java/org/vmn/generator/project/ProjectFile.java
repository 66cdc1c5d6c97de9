package org.vmn.generator.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds {@code vmn.json}: in the folder of a source, or the nearest above it that has one, no
 * further than the root of the repository.
 */
public final class ProjectFile {
  public static final String NAME = "vmn.json";

  private static final int MOST_FOLDERS = 32;
  private static final int MOST_BYTES = 1 << 20;

  private ProjectFile() {}

  /** The project's file for a source, be it there or not; empty where there is none. */
  public static Optional<Path> find(Path source) {
    return places(source).stream().filter(Files::isRegularFile).findFirst();
  }

  /** Where it is looked for, whether or not it is there: the nearest folder first. */
  public static List<Path> places(Path source) {
    List<Path> places = new ArrayList<>();
    Path folder = source.toAbsolutePath().normalize().getParent();
    while (folder != null && places.size() < MOST_FOLDERS) {
      places.add(folder.resolve(NAME));
      folder = Files.exists(folder.resolve(".git")) ? null : folder.getParent();
    }
    return places;
  }

  /** Its text; empty, for the reader to complain about, when it can't be read or is too large. */
  public static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
