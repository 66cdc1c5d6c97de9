package org.vmn.dsl.ide.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the VMN files of a folder that an editor opened. It may be anything, a home folder too:
 * links are not followed, hidden folders and those of build tools are left out, and there is a
 * limit.
 */
public final class FilesOfFolder extends SimpleFileVisitor<Path> {
  private static final Set<String> LEFT_OUT =
      Set.of("node_modules", "target", "build", "out", "dist", "venv");
  private static final int MOST_ENTRIES = 200_000;
  private static final int MOST_FILES = 10_000;

  private final Path folder;
  private final List<Path> found = new ArrayList<>();
  private int entries;

  private FilesOfFolder(Path folder) {
    this.folder = folder;
  }

  /** The files whose names end in {@code .vmn}. What can't be read is left out. */
  public static List<Path> find(Path folder) {
    FilesOfFolder visitor = new FilesOfFolder(folder);
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException e) {
      return visitor.found;
    }
    return visitor.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    String name = String.valueOf(directory.getFileName());
    boolean leftOut = name.startsWith(".") || LEFT_OUT.contains(name);
    return leftOut && !directory.equals(folder) ? FileVisitResult.SKIP_SUBTREE : next();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && file.toString().endsWith(".vmn")) {
      found.add(file);
    }
    return next();
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return next();
  }

  private FileVisitResult next() {
    entries++;
    return entries > MOST_ENTRIES || found.size() >= MOST_FILES
        ? FileVisitResult.TERMINATE
        : FileVisitResult.CONTINUE;
  }
}
