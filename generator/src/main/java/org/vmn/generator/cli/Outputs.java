package org.vmn.generator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.vmn.generator.compile.SourceException;

/** The files that a command writes, looked at before it begins. */
final class Outputs {
  private static final String OTHER = "; name another file";

  private Outputs() {}

  /**
   * Refuses outputs that would replace what is read, a source, or one another.
   *
   * @param read by the command; standard input is no file
   */
  static void check(Path read, Collection<Path> outputs) throws SourceException, IOException {
    Path input = real(read);
    Set<Path> seen = new HashSet<>();
    for (Path output : outputs) {
      if (Files.exists(output) && !Files.isRegularFile(output)) {
        continue;
      }
      Path real = real(output);
      if (real.equals(input)) {
        throw new SourceException("`" + output + "` is read, and would be written over" + OTHER);
      }
      if (real.toString().endsWith(".vmn")) {
        throw new SourceException("`" + output + "` would be taken for a source" + OTHER);
      }
      if (!seen.add(real)) {
        throw new SourceException("`" + output + "` would be written twice" + OTHER);
      }
    }
  }

  private static Path real(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path whole = file.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNullElse(whole.getParent(), whole);
    return Files.exists(folder) ? folder.toRealPath().resolve(whole.getFileName()) : whole;
  }
}
