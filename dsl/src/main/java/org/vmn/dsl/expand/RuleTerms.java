package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.expressions.Evaluator;
import org.vmn.dsl.expressions.Functions;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.expressions.Written;
import org.vmn.dsl.expressions.Wrong;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.dsl.guidelines.ValueType;
import org.vmn.dsl.parser.Values;
import org.vmn.dsl.vmn.PropertyCondition;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.Requirement;
import org.vmn.dsl.vmn.RuleValue;
import org.vmn.dsl.vmn.VmnFactory;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * What rules compare properties with. A word alone is a variable, unless a number is compared and
 * the element has a property of that name: {@code hosts = count}.
 */
final class RuleTerms {
  private RuleTerms() {}

  /** Puts a number or a text in place of what is computed. */
  static void fill(RuleValue original, RuleValue copy, Source source, Frame frame) {
    if (original.getWord() == null) {
      return;
    }
    INode node = Source.nodes(original, Literals.RULE_VALUE__WORD).get(0);
    @Nullable Value value = value(original, node, source, frame);
    if (value == null) {
      copy.setWord(original.getWord());
      return;
    }
    if (value instanceof Value.Amount amount) {
      Written written = Written.of(amount);
      Quantity quantity = VmnFactory.eINSTANCE.createQuantity();
      quantity.setValue(written.digits());
      quantity.setUnit(written.unit().isEmpty() ? null : written.unit());
      copy.setQuantity(quantity);
    } else if (value instanceof Value.Listing || value instanceof Value.Truth) {
      throw new Placed(node, Expansion.mistyped(node, value, "a number, a quantity or a text"));
    } else {
      copy.setText(value.text());
    }
    Rewritten.put(copy, node, value.text());
  }

  private static @Nullable Value value(RuleValue original, INode node, Source source, Frame frame) {
    Optional<ElementKind> kind = kind(original);
    String word = original.getWord();
    if (word.contains(Values.HOLE)) {
      try {
        return new Evaluator(new Names(frame, kind)).of(source.expression(node));
      } catch (Wrong e) {
        throw new Placed(node, e);
      }
    }
    @Nullable Value found = frame.find(word);
    if (found instanceof Value.Declaration || found instanceof Value.Name) {
      return null;
    }
    boolean isProperty = isNumeric(original, kind) && isProperty(word, kind);
    if (found != null && isProperty) {
      throw new Placed(node, new Wrong(Code.BAD_EXPRESSION, 0, node.getLength(), ambiguous(word)));
    }
    if (found == null && !isProperty && isNumeric(original, kind)) {
      throw new Placed(
          node, new Wrong(Code.UNKNOWN_NAME, 0, node.getLength(), unknown(word, frame)));
    }
    return found;
  }

  private static String unknown(String word, Frame frame) {
    return Functions.names().contains(word)
        ? help(
            "in a rule, a function stands in parentheses",
            "write `(" + word + "(…))` instead of `" + word + "(…)`")
        : frame.unknown(word);
  }

  private static String ambiguous(String word) {
    return help(
        quoted(word) + " is a property, and a variable too",
        "write `(" + word + ")` for the variable, or give it another name");
  }

  /** Whether a word is a property of the element rather than a variable. */
  static boolean isProperty(RuleValue value, String word) {
    Optional<ElementKind> kind = kind(value);
    return isNumeric(value, kind) && isProperty(word, kind);
  }

  /** That of the element whose property is compared. */
  private static Optional<ElementKind> kind(RuleValue value) {
    @Nullable Requirement around = EcoreUtil2.getContainerOfType(value, Requirement.class);
    return around == null ? Optional.empty() : ElementKind.find(around.getKind());
  }

  private static boolean isProperty(String word, Optional<ElementKind> kind) {
    return kind.flatMap(k -> k.type(word)).isPresent();
  }

  /** Whether a number is compared, which a word may be the property for. */
  private static boolean isNumeric(RuleValue value, Optional<ElementKind> kind) {
    return value.eContainer() instanceof PropertyCondition condition
        && kind.flatMap(k -> k.type(condition.getProperty())).map(ValueType::dimension).isPresent();
  }

  /** A property has no value before the network is there. */
  private record Names(Frame frame, Optional<ElementKind> kind) implements Evaluator.Names {
    @Override
    public @Nullable Value find(String name) {
      return frame.find(name);
    }

    @Override
    public String unknown(String name) {
      return isProperty(name, kind)
          ? help(
              quoted(name) + " is a property of " + Messages.withArticle(word()) + ", and no value",
              "compare with the property alone, or compute with variables")
          : frame.unknown(name);
    }

    private String word() {
      return kind.map(ElementKind::word).orElse("");
    }
  }
}
