package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.junit.jupiter.api.Test;
import org.vmn.dsl.ide.VmnIdeSetup;
import org.vmn.dsl.ide.hover.Words;
import org.vmn.dsl.services.VmnGrammarAccess;

/** The words of the language, wherever editors list them. */
class WordsTest {
  private static final Path HIGHLIGHTING =
      Path.of("../dsl.ide/editors/vscode/syntaxes/vmn.tmLanguage.json");

  /** Alternatives without anything to look for but words. */
  private static final Pattern WORD_LIST = Pattern.compile("\\(\\?:([a-z][a-z_|-]*)\\)");

  /** Rules of the grammar that a word stands in so that rules of organisations can say it. */
  private static final Set<String> OF_GUIDELINES =
      Set.of("Requirement", "Quantifier", "SimpleCondition", "ElementProperty", "RuleWord");

  /** Rules of the grammar in which a word is only a name. */
  private static final Set<String> OF_NAMES = Set.of("Name", "Word");

  @Test
  void highlightingKnowsExactlyTheWordsOfTheGrammar() throws IOException {
    Set<String> highlighted = highlighted("words");
    Set<String> inGuidelines = highlighted("guideline-words");
    assertEquals(inGuidelines, onlyOfGuidelines());
    assertTrue(highlighted.addAll(inGuidelines));
    assertEquals(words(), highlighted);
  }

  private static Set<String> highlighted(String name) throws IOException {
    JsonElement grammar = JsonParser.parseString(Files.readString(HIGHLIGHTING));
    JsonElement words = grammar.getAsJsonObject().getAsJsonObject("repository").get(name);
    Set<String> highlighted = new TreeSet<>();
    for (JsonElement pattern : words.getAsJsonObject().getAsJsonArray("patterns")) {
      Matcher list = WORD_LIST.matcher(pattern.getAsJsonObject().get("match").getAsString());
      while (list.find()) {
        highlighted.addAll(Set.of(list.group(1).split("\\|")));
      }
    }
    return highlighted;
  }

  /** Words that mean something in the rules of organisations, and elsewhere are names. */
  private static Set<String> onlyOfGuidelines() {
    Set<String> found = words();
    for (AbstractRule rule : grammar().getRules()) {
      if (!OF_GUIDELINES.contains(rule.getName()) && !OF_NAMES.contains(rule.getName())) {
        EcoreUtil2.getAllContentsOfType(rule, Keyword.class)
            .forEach(keyword -> found.remove(keyword.getValue()));
      }
    }
    return found;
  }

  @Test
  void hoverExplainsEveryWord() {
    Words explained = new Words();
    assertEquals(
        Set.of(),
        words().stream().filter(word -> !explained.explains(word)).collect(Collectors.toSet()));
  }

  private static Set<String> words() {
    return GrammarUtil.getAllKeywords(grammar()).stream()
        .filter(word -> Character.isLetter(word.charAt(0)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Grammar grammar() {
    return new VmnIdeSetup()
        .createInjectorAndDoEMFRegistration()
        .getInstance(VmnGrammarAccess.class)
        .getGrammar();
  }
}
