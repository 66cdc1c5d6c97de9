package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.imports.Starter;
import org.vmn.generator.compile.Compilation;
import org.vmn.generator.compile.Compiler;
import org.vmn.generator.compile.Source;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/** The reference: its blocks compile and hold, and it leaves out nothing that the grammar reads. */
class ReferenceTest {
  private static final Path REFERENCE = Path.of("../dsl/docs/language");
  private static final Pattern BLOCK = Pattern.compile("(?s)```vmn\n(.*?)```");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)\n((?s:.*?))(?=^## |\\z)");
  private static final Pattern CODE = Pattern.compile("(?s)```vmn\n.*?```|`[^`\n]+`");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z_-]*");

  /** Blocks whose declaration begins with no word of its own, or with another's. */
  private static final Map<String, String> ELSEWHERE =
      Map.of("TrunkPort", "trunk", "Impairment", "at", "Template", "vm", "Storage", "host");

  /** Blocks of conditions, which hold names of properties and none of their own. */
  private static final Set<String> CONDITIONS = Set.of("Guideline", "Requirement");

  @TestFactory
  Stream<DynamicTest> compilesAndHolds() {
    Compiler compiler = new Compiler();
    return pages()
        .flatMap(page ->
            BLOCK
                .matcher(Language.read(page))
                .results()
                .map(m -> m.group(1))
                .map(text ->
                    dynamicTest(
                        page.getFileName() + ": " + text.lines().findFirst().orElse(""),
                        () -> holds(compiler, text))));
  }

  private static void holds(Compiler compiler, String text) throws Exception {
    Compilation compilation =
        compiler.compile(new Source(Path.of("block.vmn"), text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        List.of(),
        compilation.problems().stream().filter(p -> p.code() != Code.NOT_YET_SUPPORTED).toList());
    Network network = compilation.network();
    if (network != null) {
      for (Verdict verdict : Prover.of(Forwarding.of(network)).proveAll(network.assertions())) {
        assertEquals(Verdict.Outcome.PROVED, verdict.outcome(), verdict.assertion().text());
      }
    }
  }

  @Test
  void everyDeclarationHasASection() {
    Set<String> missing = new TreeSet<>();
    for (String word : Words.ofRule("Element")) {
      if (!word.equals("assert") && section(word).isEmpty()) {
        missing.add(word);
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyPropertyStandsInATable() {
    List<String> missing = new ArrayList<>();
    Map<String, Set<String>> blocks = Words.blocks();
    blocks.keySet().removeAll(CONDITIONS);
    blocks.forEach((rule, words) -> {
      String name = ELSEWHERE.getOrDefault(rule, Words.ofRule(rule).getFirst());
      String section = section(name);
      for (String word : words) {
        if (!Pattern.compile("`" + word + "[` ]").matcher(section).find()) {
          missing.add(word + " of `" + name + "`");
        }
      }
    });
    assertEquals(List.of(), missing);
  }

  @Test
  void everyWordOfTheGrammarIsShown() {
    Set<String> shown = new TreeSet<>();
    pages()
        .forEach(page ->
            CODE.matcher(Language.read(page))
                .results()
                .forEach(code ->
                    WORD.matcher(code.group()).results().forEach(w -> shown.add(w.group()))));
    Set<String> words = new TreeSet<>(Words.all());
    words.removeAll(shown);
    assertEquals(Set.of(), words);
  }

  /** What has no place on one page, and why. */
  private static final Map<String, Set<String>> NOT_ON_THE_SHEET =
      Map.of(
          "what only rules ask for: the table of kinds in policy.md",
          Set.of(
              "algorithm",
              "assertions",
              "disks",
              "expectations",
              "hosts",
              "interval",
              "keys",
              "kind",
              "nics",
              "open",
              "path",
              "place",
              "protected",
              "routes",
              "rules",
              "stages",
              "subnets",
              "targets",
              "uplinks",
              "watched",
              "zones"));

  @Test
  void theCheatSheetHasEveryWordButThese() {
    String sheet = Language.read(Path.of("../dsl/docs/language/cheatsheet.md"));
    Set<String> missing = new TreeSet<>(Words.all());
    WORD.matcher(sheet).results().forEach(w -> missing.remove(w.group()));
    Set<String> allowed = new TreeSet<>();
    NOT_ON_THE_SHEET.values().forEach(allowed::addAll);
    missing.removeAll(allowed);
    assertEquals(Set.of(), missing);
    allowed.removeAll(Words.all());
    assertEquals(Set.of(), allowed, "not a word of the language");
  }

  @Test
  void theLibraryIsListed() {
    String page = Language.read(REFERENCE.resolve("library.md"));
    List<String> names = new ArrayList<>();
    Library.modules().forEach(m -> names.add(m));
    Starter.all().forEach(s -> names.add(s.name()));
    for (String module : List.of("sizes", "roles", "images")) {
      Path file = Path.of("../dsl/src/main/resources/org/vmn/dsl/std/" + module + ".vmn");
      Pattern.compile("(?m)^(?:template|image) ([a-z0-9_]+)")
          .matcher(Language.read(file))
          .results()
          .forEach(m -> names.add(m.group(1)));
    }
    for (String name : names) {
      assertTrue(Pattern.compile("[` ]" + name + "[` ]").matcher(page).find(), name);
    }
  }

  @Test
  void lengthsOfTopologiesAreTrue() {
    Path page = REFERENCE.resolve("topologies.md");
    Pattern row = Pattern.compile("]\\((\\.\\./[^)]*vmn)\\) \\| ([0-9,]+) \\| ([0-9,]+) \\|");
    List<MatchResult> rows = row.matcher(Language.read(page)).results().toList();
    assertTrue(rows.size() > 1, "a table");
    for (MatchResult found : rows) {
      String text = Language.read(page.resolveSibling(found.group(1)));
      String lengths = text.lines().count() + " " + text.length();
      assertEquals(
          lengths, (found.group(2) + " " + found.group(3)).replace(",", ""), found.group(1));
    }
  }

  /** The text of the section whose title has the word. */
  private static String section(String word) {
    return pages()
        .flatMap(p -> SECTION.matcher(Language.read(p)).results())
        .filter(m -> m.group(1).contains("`" + word + "`"))
        .map(m -> m.group(2))
        .findFirst()
        .orElse("");
  }

  private static Stream<Path> pages() {
    return Language.files(REFERENCE, ".md").stream();
  }
}
