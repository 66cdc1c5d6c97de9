package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.dsl.tests.VmnInjectorProvider;

/** Files that nobody writes by hand: each gets one clear answer, soon. */
@ExtendWith(InjectionExtension.class)
@InjectWith(VmnInjectorProvider.class)
@Timeout(120)
class HostileInputTest {
  private static final int MANY = 100_000;

  @Inject private Language language;

  @Test
  void assertionsWithinAssertionsAreBounded() {
    String deep = "vm a\nassert " + "any 1 of host down => ".repeat(MANY) + "a reaches a";
    assertEquals(
        List.of("2:1127 VMN1003 this nests more than 50 levels deep"), language.problems(deep));
  }

  /** The parser once left out the word that it had kept from the open block. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "router r {\n  route 0.0.0.0/0 via  */ x\n  snat lan\nvm}\n",
        "router r {\n  route 0.0.0.0/0 via */\nvm}\nvm a\n",
        "vm a {\n  nic */\nhost}\n"
      })
  void aBlockMayEndBehindTheWordThatBeginsTheNext(String text) {
    assertTrue(language.issues(text).size() >= 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "vm a {",
        "[",
        "}",
        "(",
        "=>",
        "any 1 of host down =>",
        "\"",
        "/*",
        "a:",
        "::",
        "-",
        "a-"
      })
  void aFragmentOverAndOverIsOneError(String fragment) {
    assertEquals(1, language.issues("vm x " + fragment.repeat(MANY)).size());
  }

  @Test
  void aHugeImportedFileIsRefused(@TempDir Path folder) throws IOException {
    try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("huge.vmn").toFile(), "rw")) {
      huge.setLength((64L << 20) + 1);
    }
    List<Issue> issues = language.issues(folder.resolve("a.vmn"), "import huge");
    assertEquals(
        List.of("the file of `huge` can't be read, or is larger than 64 MiB"),
        issues.stream().map(Issue::getMessage).toList());
  }

  @Test
  void groupsInGroupsAreBounded() {
    assertEquals(
        List.of("VMN1003"), language.codes(chain("group g0 = any\n", "group g%d = g%d\n")));
  }

  @Test
  void templatesOfTemplatesAreBounded() {
    assertEquals(
        List.of("VMN1003"), language.codes(chain("template g0\n", "template g%d : g%d\n")));
  }

  @Test
  void aLongCircleIsOneError() {
    String circle = chain("group g0 = g1000\n", 1000, "group g%d = g%d\n");
    assertTrue(language.codes(circle).contains("VMN2011"));
  }

  @Test
  void ofManyUnknownNamesTheFirstAreToldOf() {
    String text =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "vm v" + i + " { nic lan }\n")
            .collect(Collectors.joining());
    assertEquals(1000, language.issues(text).size());
  }

  @Test
  void textsMayBeInAnyScript() {
    String text = "host h { zone \"ü 字 🙂 (a) [b] {c} % # !\" }";
    assertEquals(List.of(), language.problems(text));
  }

  @Test
  void otherCharactersAreNamed() {
    assertEquals(
        List.of("1:8 VMN1001 the character U+0000 means nothing here"),
        language.problems("vm a { \0 }"));
  }

  private static String chain(String first, String next) {
    return chain(first, 2000, next);
  }

  private static String chain(String first, int length, String next) {
    return first
        + IntStream.rangeClosed(1, length)
            .mapToObj(i -> String.format(next, i, i - 1))
            .collect(Collectors.joining());
  }
}
