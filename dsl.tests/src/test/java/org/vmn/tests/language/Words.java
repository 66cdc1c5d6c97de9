package org.vmn.tests.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.vmn.dsl.VmnStandaloneSetup;
import org.vmn.dsl.services.VmnGrammarAccess;

/** The words of the grammar, found by walking it. */
final class Words {
  private static final Set<String> BLOCKS = Set.of("properties", "statements");
  private static final Grammar GRAMMAR =
      new VmnStandaloneSetup()
          .createInjectorAndDoEMFRegistration()
          .getInstance(VmnGrammarAccess.class)
          .getGrammar();

  private Words() {}

  static Set<String> all() {
    Set<String> words = new TreeSet<>(GrammarUtil.getAllKeywords(GRAMMAR));
    words.removeIf(w -> !Character.isLetter(w.charAt(0)));
    return words;
  }

  /** By the name of each rule with a block, the words that its properties begin with. */
  static Map<String, Set<String>> blocks() {
    Map<String, Set<String>> blocks = new LinkedHashMap<>();
    for (AbstractRule rule : GRAMMAR.getRules()) {
      Set<String> words = new LinkedHashSet<>();
      for (Assignment assignment : EcoreUtil2.getAllContentsOfType(rule, Assignment.class)) {
        if (BLOCKS.contains(assignment.getFeature())) {
          first(assignment.getTerminal(), words, new HashSet<>());
        }
      }
      words.removeIf(w -> !Character.isLetter(w.charAt(0)));
      if (!words.isEmpty()) {
        blocks.put(rule.getName(), words);
      }
    }
    return blocks;
  }

  /** The words that a rule may begin with. */
  static List<String> ofRule(String name) {
    Set<String> words = new LinkedHashSet<>();
    AbstractRule rule = GrammarUtil.findRuleForName(GRAMMAR, name);
    first(rule.getAlternatives(), words, new HashSet<>());
    return new ArrayList<>(words);
  }

  /**
   * @param seen rules on the way here: some call themselves
   */
  private static void first(AbstractElement element, Set<String> words, Set<AbstractRule> seen) {
    switch (element) {
      case Keyword keyword -> words.add(keyword.getValue());
      case Assignment assignment -> first(assignment.getTerminal(), words, seen);
      case EnumLiteralDeclaration literal -> words.add(literal.getLiteral().getValue());
      case RuleCall call when isHolder(call) -> {}
      case RuleCall call -> {
        if (seen.add(call.getRule())) {
          first(call.getRule().getAlternatives(), words, seen);
          seen.remove(call.getRule());
        }
      }
      case Alternatives any -> any.getElements().forEach(e -> first(e, words, seen));
      case Group group -> group(group, words, seen);
      default -> {}
    }
  }

  /** {@code for} and {@code if} stand in all blocks alike. */
  private static boolean isHolder(RuleCall call) {
    return call.getRule().getType().getClassifier().getName().matches("For|If")
        && !call.getRule().getName().matches("Element.*|Loop");
  }

  /** As far as the first part that must be there. */
  private static void group(Group group, Set<String> words, Set<AbstractRule> seen) {
    for (AbstractElement part : group.getElements()) {
      int before = words.size();
      first(part, words, seen);
      if (words.size() > before && !GrammarUtil.isOptionalCardinality(part)) {
        return;
      }
    }
  }
}
