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
import org.vmn.generator.compile.Depth;
import org.vmn.generator.compile.SourceException;

/**
 * Each code has a page; its wrong example is wrong in this way and no other, its mended one in
 * none.
 */
class PagesTest {
  private static final Path FOLDER = Path.of("../dsl/src/main/resources/org/vmn/dsl/diagnostics");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?:```lock\n([^`]*)```\\s*)?```vmn\n(.*?)```", Pattern.DOTALL);

  private static final Pattern PROJECT = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

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
    List<String> projects = PROJECT.matcher(page.text()).results().map(m -> m.group(1)).toList();
    assertEquals(2, examples.size(), "examples");
    String wrong = projects.isEmpty() ? "" : projects.get(0);
    String mended = projects.isEmpty() ? "" : projects.get(1);
    assertEquals(Set.of(code), codes(examples.get(0), wrong, code), "wrong");
    assertEquals(Set.of(), codes(examples.get(1), mended, code), "mended");
  }

  private static Set<Code> codes(MatchResult example, String project, Code code)
      throws IOException, SourceException {
    Depth depth = code.isLint() ? Depth.LINT : Depth.CHECK;
    return checking.codes(example.group(1), example.group(2), project, depth);
  }

  @Test
  void thereIsNoPageWithoutACode() throws IOException {
    List<String> codes = Arrays.stream(Code.values()).map(c -> c.id() + ".md").sorted().toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(codes, files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }
}
