package org.vmn.tests.elaborate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.network.Network;

/** Networks from text, and what is wrong with others. */
final class Elaborated {
  private static final Compiler COMPILER = new Compiler();

  private Elaborated() {}

  static Network network(String text) {
    Compilation compilation = compile(text);
    Network network = compilation.network();
    if (network == null) {
      throw new AssertionError(compilation.problems() + "\n" + text);
    }
    return network;
  }

  /** Codes and messages of the errors. */
  static List<String> errors(String text) {
    return compile(text).problems().stream()
        .filter(p -> p.code().severity() == Severity.ERROR)
        .map(Elaborated::line)
        .toList();
  }

  static List<Problem> problems(String text) {
    return compile(text).problems();
  }

  private static String line(Problem problem) {
    return problem.origin().line() + " " + problem.code().id() + " " + problem.message();
  }

  private static Compilation compile(String text) {
    try {
      return COMPILER.compile(
          new Source(Path.of("test.vmn"), text.getBytes(StandardCharsets.UTF_8)));
    } catch (SourceException e) {
      throw new AssertionError(e);
    }
  }
}
