package org.vmn.generator.emit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a folder may be replaced: only when it's not there, is empty, or VMN wrote all that it
 * holds.
 */
final class Ownership {
  private static final int NAMED = 3;

  private Ownership() {}

  /** Throws {@link OutputException} when it may not. */
  static void check(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new OutputException(
          "`%s` is a symbolic link\n\nhelp: give the folder that it points to".formatted(folder),
          null);
    }
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new OutputException("`" + folder + "` is a file, not a folder", null);
    }
    if (!isEmpty(folder)) {
      checkContent(folder);
    }
  }

  private static void checkContent(Path folder) throws IOException {
    Optional<Manifest> manifest = ManifestReader.read(folder);
    if (manifest.isEmpty()) {
      throw new OutputException(
          """
          `%s` is not empty, and has no `%s` that says VMN wrote it

          help: choose another folder, or empty this one\
          """
              .formatted(folder, Manifest.FILE),
          null);
    }
    List<String> strangers = strangers(folder, manifest.get());
    if (!strangers.isEmpty()) {
      throw new OutputException(
          """
          `%s` holds files that VMN didn't write, and would be replaced as a whole: %s

          help: move them elsewhere\
          """
              .formatted(folder, String.join(", ", strangers)),
          null);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  /** The first few files that the manifest doesn't list, and how many more there are. */
  private static List<String> strangers(Path folder, Manifest manifest) throws IOException {
    Set<String> ours = new HashSet<>();
    ours.add(Manifest.FILE);
    manifest.files().forEach(file -> ours.add(file.path()));
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> strangers =
          all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
              .map(path -> relative(folder, path))
              .filter(path -> !ours.contains(path))
              .sorted()
              .collect(Collectors.toList());
      if (strangers.size() > NAMED) {
        String more = "and " + (strangers.size() - NAMED) + " more";
        strangers.subList(NAMED, strangers.size()).clear();
        strangers.add(more);
      }
      return strangers;
    }
  }

  private static String relative(Path folder, Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
