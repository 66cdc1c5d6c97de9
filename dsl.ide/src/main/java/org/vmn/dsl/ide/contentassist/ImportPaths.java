package org.vmn.dsl.ide.contentassist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.jspecify.annotations.Nullable;

/** What a file may import from its own folder. */
final class ImportPaths {
  private static final String EXTENSION = ".vmn";
  private static final int MOST = 200;

  private ImportPaths() {}

  static List<String> near(@Nullable Resource resource) {
    URI uri = resource == null ? null : resource.getURI();
    if (uri == null || !uri.isFile()) {
      return List.of();
    }
    Path file = Path.of(uri.toFileString());
    Path folder = file.getParent();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(other -> !other.equals(file))
          .map(other -> String.valueOf(other.getFileName()))
          .filter(name -> name.endsWith(EXTENSION))
          .map(name -> name.substring(0, name.length() - EXTENSION.length()))
          .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_-]*"))
          .sorted()
          .limit(MOST)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
