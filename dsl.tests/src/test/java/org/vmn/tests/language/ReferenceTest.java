package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;

/** The blocks of the reference compile. */
class ReferenceTest {
  private static final Path REFERENCE = Path.of("../dsl/docs/language/README.md");
  private static final Pattern BLOCK =
      Pattern.compile("## ([^\n]*)\n\n```vmn\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> compiles() {
    Compiler compiler = new Compiler();
    return BLOCK
        .matcher(Language.read(REFERENCE))
        .results()
        .map(m ->
            dynamicTest(m.group(1), () -> assertEquals(List.of(), problems(compiler, m.group(2)))));
  }

  private static List<?> problems(Compiler compiler, String text) throws Exception {
    return compiler
        .compile(new Source(Path.of("block.vmn"), text.getBytes(StandardCharsets.UTF_8)))
        .problems();
  }
}
