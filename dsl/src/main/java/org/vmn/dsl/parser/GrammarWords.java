package org.vmn.dsl.parser;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.UnorderedGroup;
import org.vmn.dsl.services.VmnGrammarAccess;

/** The words of the language, read from its grammar so that messages never lag behind it. */
@Singleton
final class GrammarWords {
  private static final Set<String> BLOCKS = Set.of("properties", "statements");

  private final Grammar grammar;

  @Inject
  GrammarWords(VmnGrammarAccess access) {
    grammar = access.getGrammar();
  }

  boolean isKeyword(String text) {
    return GrammarUtil.getAllKeywords(grammar).contains(text);
  }

  /**
   * The words that properties in the block of a declaration begin with; none if it has no block.
   */
  List<String> ofBlock(String declaration) {
    AbstractRule rule = GrammarUtil.findRuleForName(grammar, declaration);
    Set<String> words = new LinkedHashSet<>();
    if (rule != null) {
      for (Assignment assignment : EcoreUtil2.getAllContentsOfType(rule, Assignment.class)) {
        if (BLOCKS.contains(assignment.getFeature())) {
          first(assignment.getTerminal(), words);
        }
      }
    }
    return List.copyOf(words);
  }

  /** The words that a rule may begin with, as far as they are known beforehand. */
  List<String> ofRule(String name) {
    AbstractRule rule = GrammarUtil.findRuleForName(grammar, name);
    Set<String> words = new LinkedHashSet<>();
    if (rule != null) {
      first(rule.getAlternatives(), words);
    }
    return List.copyOf(words);
  }

  /** The declarations in whose blocks a property may stand that begins with a word. */
  List<String> blocksWith(String word) {
    List<String> found = new ArrayList<>();
    for (AbstractRule rule : grammar.getRules()) {
      if (ofBlock(rule.getName()).contains(word)) {
        found.add(rule.getName());
      }
    }
    return found;
  }

  private static void first(AbstractElement element, Set<String> words) {
    switch (element) {
      case Keyword keyword -> words.add(keyword.getValue());
      case Assignment assignment -> first(assignment.getTerminal(), words);
      case EnumLiteralDeclaration literal -> words.add(literal.getLiteral().getValue());
      case RuleCall call when GrammarUtil.isTerminalRuleCall(call) -> {}
      case RuleCall call when call.getRule().getName().equals("Name") -> {}
      case RuleCall call -> first(call.getRule().getAlternatives(), words);
      case Alternatives alternatives -> alternatives.getElements().forEach(e -> first(e, words));
      case UnorderedGroup group -> group.getElements().forEach(e -> first(e, words));
      case Group group -> firstOf(group, words);
      default -> {}
    }
  }

  /** Up to the first element that can't be left out. An action takes no text. */
  private static void firstOf(Group group, Set<String> words) {
    for (AbstractElement element : group.getElements()) {
      first(element, words);
      boolean takesText = !(element instanceof org.eclipse.xtext.Action);
      if (takesText && !GrammarUtil.isOptionalCardinality(element)) {
        return;
      }
    }
  }
}
