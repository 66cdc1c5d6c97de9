package org.vmn.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Pages;
import org.vmn.generator.compile.SourceException;

/**
 * Each code has a page; its wrong example is wrong in this way and no other, its mended one in
 * none.
 */
class PagesTest {
  private static final Path FOLDER = Path.of("../dsl/src/main/resources/org/vmn/dsl/diagnostics");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?:```lock\n([^`]*)```\\s*)?```vmn\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path folder;
  private static Checking checking;

  @BeforeAll
  static void setUp() {
    checking = new Checking(folder);
  }

  @ParameterizedTest
  @EnumSource
  void showsWhatIsWrongAndHowToMendIt(Code code) throws IOException, SourceException {
    Pages.Page page = Pages.of(code);
    assertFalse(page.title().isBlank() || page.title().startsWith("#"), page.title());
    List<MatchResult> examples = EXAMPLE.matcher(page.text()).results().toList();
    assertEquals(2, examples.size(), "examples");
    assertEquals(Set.of(code), codes(examples.get(0)), "wrong");
    assertEquals(Set.of(), codes(examples.get(1)), "mended");
  }

  private static Set<Code> codes(MatchResult example) throws IOException, SourceException {
    return checking.codes(example.group(1), example.group(2));
  }

  @Test
  void thereIsNoPageWithoutACode() throws IOException {
    List<String> codes = Arrays.stream(Code.values()).map(c -> c.id() + ".md").sorted().toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(codes, files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }
}
