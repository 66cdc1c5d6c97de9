package org.vmn.tests.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vmn.generator.compile.Compiler;

/** Valid programs: the examples, and those that documents and pages show. */
final class Programs {
  private static final Pattern BLOCK = Pattern.compile("```vmn\n(.*?)```", Pattern.DOTALL);
  private static final List<Path> DOCUMENTS =
      List.of(
          Path.of("../README.md"),
          Path.of("../dsl/docs/language"),
          Path.of("../dsl/src/main/resources/org/vmn/dsl/diagnostics"));

  private Programs() {}

  static List<String> valid(Compiler compiler) {
    List<String> texts = new ArrayList<>();
    files(Path.of("examples"), ".vmn").forEach(f -> texts.add(read(f)));
    for (Path document : DOCUMENTS) {
      files(document, ".md")
          .forEach(f -> BLOCK.matcher(read(f)).results().forEach(m -> texts.add(m.group(1))));
    }
    return texts.stream().filter(t -> Mutants.lines(compiler, t).isEmpty()).toList();
  }

  private static List<Path> files(Path root, String end) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
