package org.vmn.tests.reuse;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.config.NetworkConfig;

/** Texts as networks, and what is wrong with them. */
final class Texts {
  private static final Compiler COMPILER = new Compiler();

  private Texts() {}

  static Compilation compile(String text, Map<String, String> variables) {
    return compile(Path.of("text.vmn"), text, variables);
  }

  static Compilation compile(Path file, String text, Map<String, String> variables) {
    try {
      Source source = new Source(file, text.getBytes(StandardCharsets.UTF_8));
      return COMPILER.compile(source.with(variables));
    } catch (SourceException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The network as the simulator reads it, without the places in the source. */
  static String network(String text) {
    return network(text, Map.of());
  }

  static String network(String text, Map<String, String> variables) {
    Compilation compilation = compile(text, variables);
    StringWriter json = new StringWriter();
    try {
      NetworkConfig.write(
          Objects.requireNonNull(
              compilation.network(), () -> compilation.problems() + "\nin\n" + text),
          json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString().replaceAll("\"origin\": *\"[^\"]*\"", "");
  }

  /** What is wrong, a line for each: {@code 2:8 VMN2015 message}. */
  static List<String> problems(String text) {
    return problems(text, Map.of());
  }

  static List<String> problems(String text, Map<String, String> variables) {
    return compile(text, variables).problems().stream()
        .map(p ->
            p.origin().line() + ":" + p.origin().column() + " " + p.code().id() + " " + p.message())
        .toList();
  }
}
