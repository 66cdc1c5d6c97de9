package org.vmn.tests.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Emission;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;

/** The examples, compiled. */
public final class Examples {
  private static final Path FOLDER = Path.of("examples");

  private Examples() {}

  /** Every example's root file. */
  public static List<Path> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".vmn") && !f.getParent().endsWith("lib"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The network of an example such as {@code 04-two-hosts/two-hosts.vmn}. */
  public static Network network(String example) {
    return compile(FOLDER.resolve(example)).network();
  }

  /** Compiles a file that must be free of errors. */
  public static Compilation compile(Path file) {
    try {
      Compilation compilation = new Compiler().compile(Source.read(file));
      if (compilation.network() == null) {
        throw new AssertionError(file + ": " + compilation.problems());
      }
      return compilation;
    } catch (SourceException e) {
      throw new AssertionError(e);
    }
  }

  /** Builds a file into a folder. */
  public static Network build(Path file, Path folder) {
    Compilation compilation = compile(file);
    try {
      Emission.write(
          Forwarding.of(compilation.network()),
          compilation.sources(),
          compilation.locks().after(),
          folder,
          "test",
          () -> {});
    } catch (SourceException e) {
      throw new AssertionError(e);
    }
    return compilation.network();
  }

  /** Files below a folder whose path has a part, sorted. */
  public static List<Path> files(Path folder, String part) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> folder.relativize(f).toString().contains(part))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
