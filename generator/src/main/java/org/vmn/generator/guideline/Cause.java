package org.vmn.generator.guideline;

import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.dsl.guidelines.ValueType;
import org.vmn.dsl.vmn.AllOf;
import org.vmn.dsl.vmn.HasCondition;
import org.vmn.dsl.vmn.LabelCondition;
import org.vmn.dsl.vmn.MemberCondition;
import org.vmn.dsl.vmn.Nested;
import org.vmn.dsl.vmn.OpensCondition;
import org.vmn.dsl.vmn.PropertyCondition;
import org.vmn.dsl.vmn.Quantifier;
import org.vmn.dsl.vmn.Requirement;
import org.vmn.dsl.vmn.RuleItem;
import org.vmn.dsl.vmn.RunsCondition;
import org.vmn.generator.text.Figures;

/**
 * Why a condition doesn't hold: the innermost condition that fails, and the element of which it
 * fails, which may be a part of the one that was asked.
 */
record Cause(RuleItem condition, Element element, String words) {

  /** Of a condition that doesn't hold of the element. */
  static Cause of(RuleItem item, Element element) {
    return switch (item) {
      case Nested nested -> of(nested.getItem(), element);
      case AllOf all ->
          all.getParts().stream()
              .filter(p -> !Evaluation.holds(p, element))
              .findFirst()
              .map(p -> of(p, element))
              .orElseThrow();
      case Requirement part -> ofPart(part, element);
      case LabelCondition label ->
          new Cause(
              item, element, "has no label `" + label.getName() + "`" + wrong(label, element));
      case HasCondition has -> new Cause(item, element, "`" + has.getProperty() + "` is not said");
      case RunsCondition runs ->
          new Cause(item, element, "doesn't run `" + runs.getProgram() + "`");
      case MemberCondition in -> new Cause(item, element, "is not in `" + in.getGroup() + "`");
      case PropertyCondition property ->
          new Cause(
              item,
              element,
              "`" + property.getProperty() + "` is " + shown(element, property.getProperty()));
      case OpensCondition opens -> new Cause(item, element, "opens nothing of this");
      default -> new Cause(item, element, "is not so");
    };
  }

  private static String wrong(LabelCondition label, Element element) {
    return element.labels().containsKey(label.getName()) ? " of this value" : "";
  }

  private static Cause ofPart(Requirement part, Element element) {
    ElementKind kind = ElementKind.find(part.getKind()).orElseThrow();
    if (part.getQuantifier() == Quantifier.SOME) {
      return new Cause(part, element, "has no such " + kind.word());
    }
    boolean every = part.getQuantifier() == Quantifier.EVERY;
    for (Element at : element.parts(kind)) {
      if (!Evaluation.picks(part, at)) {
        continue;
      }
      for (RuleItem asked : Evaluation.asked(part)) {
        if (every && !Evaluation.holds(asked, at)) {
          return of(asked, at);
        }
      }
      if (!every && Evaluation.asked(part).stream().allMatch(i -> Evaluation.holds(i, at))) {
        return new Cause(part, at, "is ruled out");
      }
    }
    return new Cause(part, element, "is not so");
  }

  private static String shown(Element element, String property) {
    Object value = element.value(property);
    if (!(value instanceof Long number)) {
      return value.toString().isEmpty() ? "not said" : "`" + value + "`";
    }
    return switch (element.kind().type(property).orElse(ValueType.NUMBER)) {
      case SIZE -> Figures.bytes(number);
      case RATE -> Figures.bits(number);
      case TIME -> Figures.time(number);
      default -> number.toString();
    };
  }
}
