package org.vmn.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.eclipse.xtext.GrammarUtil;
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

  @Test
  void highlightingKnowsExactlyTheWordsOfTheGrammar() throws IOException {
    JsonElement grammar = JsonParser.parseString(Files.readString(HIGHLIGHTING));
    JsonElement words = grammar.getAsJsonObject().getAsJsonObject("repository").get("words");
    Set<String> highlighted = new TreeSet<>();
    for (JsonElement pattern : words.getAsJsonObject().getAsJsonArray("patterns")) {
      Matcher list = WORD_LIST.matcher(pattern.getAsJsonObject().get("match").getAsString());
      while (list.find()) {
        highlighted.addAll(Set.of(list.group(1).split("\\|")));
      }
    }
    assertEquals(words(), highlighted);
  }

  @Test
  void hoverExplainsEveryWord() {
    Words explained = new Words();
    assertEquals(
        Set.of(),
        words().stream().filter(word -> !explained.explains(word)).collect(Collectors.toSet()));
  }

  private static Set<String> words() {
    VmnGrammarAccess grammar =
        new VmnIdeSetup().createInjectorAndDoEMFRegistration().getInstance(VmnGrammarAccess.class);
    return GrammarUtil.getAllKeywords(grammar.getGrammar()).stream()
        .filter(word -> Character.isLetter(word.charAt(0)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
