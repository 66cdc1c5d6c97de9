package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.tests.VmnInjectorProvider;

/**
 * Files in which nothing is wrong: small ones, the examples, the standard library, the starters.
 */
@ExtendWith(InjectionExtension.class)
@InjectWith(VmnInjectorProvider.class)
class GoodInputTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final Path LIBRARY = Path.of("../dsl/src/main/resources/org/vmn/dsl/std");
  private static final Path STARTERS = Path.of("../dsl/src/main/resources/org/vmn/dsl/starters");

  @Inject private Language language;

  @TestFactory
  Stream<DynamicTest> hasNoProblem() {
    return all().map(f -> dynamicTest(f.toString(), () -> assertEquals(List.of(), problems(f))));
  }

  @Test
  void theLibraryHasTheModulesThatItNames() {
    List<String> files =
        Language.files(LIBRARY, ".vmn").stream()
            .map(f -> LIBRARY.relativize(f).toString().replace(".vmn", "").replace('/', '.'))
            .sorted()
            .toList();
    assertEquals(
        files, Library.modules().stream().map(m -> m.replaceFirst("std\\.", "")).sorted().toList());
  }

  static Stream<Path> all() {
    return Stream.of(
            Language.files("good", ".vmn"),
            Language.files(EXAMPLES, ".vmn"),
            Language.files(LIBRARY, ".vmn"),
            Language.files(STARTERS, ".vmn"))
        .flatMap(List::stream);
  }

  private List<String> problems(Path file) {
    return language.issues(file, Language.read(file)).stream().map(Issue::toString).toList();
  }
}
