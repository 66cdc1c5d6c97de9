package org.vmn.dsl.parser;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
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
import org.vmn.dsl.vmn.VmnPackage;

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
   * The words that properties in the block of a declaration begin with, without what may stand in
   * any block; none if it has no block.
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

  /**
   * The terminal that a literal would be, such as {@code RULE_NUMBER}, where a rule takes a literal
   * or an expression: after a keyword, or else the first. Empty when it takes neither.
   */
  String literal(String name, String keyword) {
    AbstractRule rule = GrammarUtil.findRuleForName(grammar, name);
    String first = "";
    String before = "";
    List<AbstractElement> elements =
        rule == null
            ? List.of()
            : EcoreUtil2.getAllContentsOfType(rule.getAlternatives(), AbstractElement.class);
    for (AbstractElement element : elements) {
      if (element instanceof Keyword word) {
        before = word.getValue();
      }
      String terminal =
          element instanceof RuleCall call && GrammarUtil.containingAssignment(call) != null
              ? terminal(call)
              : "";
      if (!terminal.isEmpty() && before.equals(keyword)) {
        return terminal;
      }
      first = first.isEmpty() ? terminal : first;
    }
    return first;
  }

  /** Of {@code NUMBER} itself, of a rule that is nothing else, and of a numeral. */
  private static String terminal(RuleCall call) {
    return switch (call.getRule().getAlternatives()) {
      case Object any when GrammarUtil.isTerminalRuleCall(call) ->
          "RULE_" + call.getRule().getName();
      case RuleCall inner -> terminal(inner);
      default -> call.getRule().getName().equals("Numeral") ? "RULE_NUMBER" : "";
    };
  }

  private static void first(AbstractElement element, Set<String> words) {
    switch (element) {
      case Keyword keyword -> words.add(keyword.getValue());
      case Assignment assignment -> first(assignment.getTerminal(), words);
      case EnumLiteralDeclaration literal -> words.add(literal.getLiteral().getValue());
      case RuleCall call when GrammarUtil.isTerminalRuleCall(call) -> {}
      case RuleCall call when call.getRule().getName().equals("Name") || isHolder(call) -> {}
      case RuleCall call -> first(call.getRule().getAlternatives(), words);
      case Alternatives alternatives -> alternatives.getElements().forEach(e -> first(e, words));
      case UnorderedGroup group -> group.getElements().forEach(e -> first(e, words));
      case Group group -> firstOf(group, words);
      default -> {}
    }
  }

  /** {@code for} and {@code if} around properties. */
  private static boolean isHolder(RuleCall call) {
    EClassifier type = call.getRule().getType().getClassifier();
    return type.equals(VmnPackage.Literals.FOR) || type.equals(VmnPackage.Literals.IF);
  }

  /** Up to the first element that can't be left out. An action takes no text. */
  private static void firstOf(Group group, Set<String> words) {
    for (AbstractElement element : group.getElements()) {
      first(element, words);
      boolean takesText = !(element instanceof Action);
      if (takesText && !GrammarUtil.isOptionalCardinality(element)) {
        return;
      }
    }
  }
}
