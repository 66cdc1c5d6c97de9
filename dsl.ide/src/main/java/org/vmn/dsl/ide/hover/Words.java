package org.vmn.dsl.ide.hover;

import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.vmn.dsl.parser.FewNodes;

/** What the words of the language mean, from {@code words.properties}. */
@Singleton
public class Words {
  private final Properties meanings = new Properties();

  public Words() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream("words.properties")),
            StandardCharsets.UTF_8)) {
      meanings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a word has an explanation, in some rule of the grammar at least. */
  public boolean explains(String word) {
    return meanings.containsKey(word)
        || meanings.stringPropertyNames().stream().anyMatch(name -> name.endsWith("." + word));
  }

  /**
   * Of a word that stands in the text as a word: a name that is spelt like one has a meaning of its
   * own.
   */
  Optional<String> meaning(ILeafNode leaf) {
    boolean word =
        leaf.getGrammarElement() instanceof Keyword keyword
                && !GrammarUtil.isDatatypeRule(GrammarUtil.containingRule(keyword))
            || leaf.getGrammarElement() instanceof RuleCall call
                && GrammarUtil.isEnumRuleCall(call);
    if (!word) {
      return Optional.empty();
    }
    String text = leaf.getText();
    // `on` and `host` say different things in different rules: those are found as Rule.word.
    String rule = FewNodes.rule(leaf);
    String meaning = meanings.getProperty(rule + "." + text, meanings.getProperty(text));
    return Optional.ofNullable(meaning).map(it -> "**" + text + "** — " + it);
  }
}
