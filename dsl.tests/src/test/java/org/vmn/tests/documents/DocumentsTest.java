package org.vmn.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

class DocumentsTest {
  private static final Path ROOT = Path.of("..");

  /** The language's own reference is run by tests of its own. */
  private static final String README = "README.md";

  private static final List<String> DOCUMENTS =
      List.of(
          README,
          "dsl/README.md",
          "dsl/ARCHITECTURE.md",
          "dsl/docs/language/README.md",
          "dsl/docs/language/cheatsheet.md",
          "dsl/docs/language/claims.md",
          "dsl/docs/language/dashboards.md",
          "dsl/docs/language/hardware.md",
          "dsl/docs/language/library.md",
          "dsl/docs/language/machines.md",
          "dsl/docs/language/networks.md",
          "dsl/docs/language/policy.md",
          "dsl/docs/language/projects.md",
          "dsl/docs/language/reuse.md",
          "dsl/docs/language/targets.md",
          "dsl/docs/language/topologies.md",
          "dsl/docs/language/tutorial.md",
          "dsl.tests/examples/README.md",
          "dsl.ide/README.md",
          "dsl.ide/ARCHITECTURE.md",
          "generator/ARCHITECTURE.md",
          "runtime/README.md",
          "runtime/ARCHITECTURE.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```vmn\n(.*?)```");
  private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)");

  record Block(String document, String text) {
    @Override
    public String toString() {
      return document + ": " + text.lines().findFirst().orElse("");
    }
  }

  static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    BLOCK.matcher(read(README)).results().forEach(m -> blocks.add(new Block(README, m.group(1))));
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void compilesAndHolds(Block block) throws SourceException {
    Source source =
        new Source(Path.of("document.vmn"), block.text().getBytes(StandardCharsets.UTF_8));
    var compilation = new Compiler().compile(source);
    assertEquals(List.of(), compilation.problems());
    Network network = compilation.network();
    for (Verdict verdict : Prover.of(Forwarding.of(network)).proveAll(network.assertions())) {
      assertEquals(Verdict.Outcome.PROVED, verdict.outcome(), verdict.assertion().text());
    }
  }

  static List<String> documents() {
    return DOCUMENTS;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(String document) {
    Matcher link = LINK.matcher(read(document));
    while (link.find()) {
      Path target = ROOT.resolve(document).resolveSibling(link.group(1));
      assertTrue(Files.exists(target), document + " links to " + link.group(1));
    }
  }

  @Test
  void theExamplesAreListed() throws IOException {
    String list = read("dsl.tests/examples/README.md");
    try (Stream<Path> files = Files.walk(ROOT.resolve("dsl.tests/examples"))) {
      files
          .filter(f -> f.toString().endsWith(".vmn"))
          .map(f -> ROOT.resolve("dsl.tests/examples").relativize(f).toString())
          .forEach(f -> assertTrue(list.contains("](" + f + ")"), f));
    }
  }

  private static String read(String document) {
    try {
      return Files.readString(ROOT.resolve(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
