package org.vmn.tests.prove;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/** Networks from text. */
final class Written {
  private static final Compiler COMPILER = new Compiler();

  private Written() {}

  static Network network(String text) {
    try {
      Source source = new Source(Path.of("test.vmn"), text.getBytes(StandardCharsets.UTF_8));
      Compilation compilation = COMPILER.compile(source);
      Network network = compilation.network();
      if (network == null) {
        throw new AssertionError(compilation.problems() + "\n" + text);
      }
      return network;
    } catch (SourceException e) {
      throw new AssertionError(e);
    }
  }

  static List<Verdict> verdicts(String text) {
    Network network = network(text);
    return Prover.of(Forwarding.of(network)).proveAll(network.assertions());
  }

  /** The outcome of each assertion, in order. */
  static List<Verdict.Outcome> outcomes(String text) {
    return verdicts(text).stream().map(Verdict::outcome).toList();
  }
}
