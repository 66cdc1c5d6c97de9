package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.INode;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.expressions.Evaluator;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.expressions.Wrong;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.parser.Values;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Attributes: literals as they are, and what expressions come to. */
final class Attributes {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*");

  private final Expansion expansion;
  private final Source source;

  Attributes(Expansion expansion, Source source) {
    this.expansion = expansion;
    this.source = source;
  }

  void copy(EObject original, EObject copy, EAttribute attribute, Frame frame) {
    if (attribute.equals(Literals.RULE_VALUE__WORD)) {
      return; // RuleTerms says what it is
    }
    Object value = original.eGet(attribute);
    if (attribute.isMany() && !isLeftAlone(original, attribute)) {
      List<?> values = (List<?>) value;
      List<Object> copied = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        if (isHoled(values.get(i))) {
          copied.addAll(computed(original, copy, attribute, i, frame));
        } else {
          copied.add(values.get(i));
        }
      }
      copy.eSet(attribute, copied);
    } else if (!isHoled(value)) {
      copy.eSet(attribute, value);
    } else if (!isLeftAlone(original, attribute)) {
      List<String> texts = computed(original, copy, attribute, 0, frame);
      if (!texts.isEmpty()) {
        copy.eSet(attribute, texts.get(0));
      }
    }
  }

  private static boolean isHoled(Object value) {
    return value instanceof String text && text.contains(Values.HOLE);
  }

  /** What is computed as a whole elsewhere, or not meant to be. */
  private static boolean isLeftAlone(EObject original, EAttribute attribute) {
    return original instanceof Quantity
        || attribute.equals(Literals.SUBNET_TERM__VALUES)
        || attribute.equals(Literals.ROUTE__VALUES)
        || attribute.equals(Literals.VARIABLE__VALUE)
        || attribute.equals(Literals.PARAMETER__VALUE);
  }

  private List<String> computed(
      EObject original, EObject copy, EAttribute attribute, int index, Frame frame) {
    List<String> texts =
        expansion.guard(
            original,
            frame,
            () -> {
              INode node = Source.nodes(original, attribute).get(index);
              String text = Source.text(node);
              List<String> found =
                  text.startsWith("\"")
                      ? List.of(expansion.evaluate(node, frame).text())
                      : isName(node)
                          ? List.of(name(node, frame))
                          : literals(node, expansion.evaluate(node, frame), attribute);
              Rewritten.put(copy, node, String.join(", ", found));
              return found;
            });
    if (texts == null && expansion.isSampling()) {
      throw new Unresolved();
    }
    return texts == null ? List.of() : texts;
  }

  private static boolean isName(INode node) {
    return node.getGrammarElement() instanceof RuleCall call
        && call.getRule().getName().equals("Name");
  }

  /** A name with its holes filled. */
  String name(INode node, Frame frame) {
    String name;
    try {
      name = new Evaluator(frame).of(source.name(node)).text();
    } catch (Wrong e) {
      throw new Placed(node, e);
    }
    if (!NAME.matcher(name).matches()) {
      String message =
          help(
              quoted(name) + " is not a name",
              "names have letters, digits, `_` and single dashes within, and begin with a letter");
      throw new Placed(node, new Wrong(Code.BAD_NAME, 0, node.getLength(), message));
    }
    return name;
  }

  private static List<String> literals(INode node, Value value, EAttribute attribute) {
    if (attribute.isMany() && value instanceof Value.Listing list) {
      return list.items().stream().map(i -> literal(node, i)).toList();
    }
    return List.of(literal(node, value));
  }

  /** As the literal that the grammar has for the place. */
  private static String literal(INode node, Value value) {
    String expected = literalRule(node);
    boolean fits =
        switch (expected) {
          case "NUMBER", "Numeral" ->
              value instanceof Value.Amount amount && amount.dimension() == Dimension.COUNT;
          case "IP_LITERAL" -> value instanceof Value.Address;
          case "PREFIX_LITERAL" -> value instanceof Value.Block;
          case "MAC_LITERAL" -> value instanceof Value.Hardware;
          case "ADDRESS_IN_PREFIX" ->
              value instanceof Value.Block || value.text().matches("[0-9a-fA-F.:]+/[0-9]{1,3}");
          default -> !(value instanceof Value.Listing);
        };
    if (!fits) {
      throw new Placed(node, Expansion.mistyped(node, value, words(expected)));
    }
    return value.text();
  }

  private static String words(String rule) {
    return switch (rule) {
      case "NUMBER", "Numeral" -> "a number";
      case "IP_LITERAL" -> "an address such as 10.0.0.1";
      case "PREFIX_LITERAL" -> "a prefix such as 10.0.0.0/24";
      case "MAC_LITERAL" -> "a MAC address such as 52:54:00:12:34:56";
      case "ADDRESS_IN_PREFIX" -> "an address with a length, such as \"10.0.0.1/24\"";
      default -> "a text";
    };
  }

  /** Of the alternatives of an assignment, the one that is no expression. */
  private static String literalRule(INode node) {
    Assignment assignment = GrammarUtil.containingAssignment(node.getGrammarElement());
    if (assignment == null) {
      return "";
    }
    return EcoreUtil2.getAllContentsOfType(assignment, RuleCall.class).stream()
        .map(RuleCall::getRule)
        .map(AbstractRule::getName)
        .filter(r -> !EXPRESSIONS.contains(r))
        .findFirst()
        .orElse("");
  }

  private static final Set<String> EXPRESSIONS =
      Set.of("Formula", "Computed", "Index", "Invocation", "Parentheses");
}
