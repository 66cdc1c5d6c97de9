package org.vmn.generator.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.dsl.guidelines.ValueType;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.vmn.AllOf;
import org.vmn.dsl.vmn.AnyOf;
import org.vmn.dsl.vmn.Comparator;
import org.vmn.dsl.vmn.HasCondition;
import org.vmn.dsl.vmn.LabelCondition;
import org.vmn.dsl.vmn.MemberCondition;
import org.vmn.dsl.vmn.Negation;
import org.vmn.dsl.vmn.Nested;
import org.vmn.dsl.vmn.OpensCondition;
import org.vmn.dsl.vmn.PropertyCondition;
import org.vmn.dsl.vmn.Requirement;
import org.vmn.dsl.vmn.RuleItem;
import org.vmn.dsl.vmn.RuleValue;
import org.vmn.dsl.vmn.RunsCondition;
import org.vmn.dsl.vmn.Theorem;
import org.vmn.generator.elaborate.TrafficTerms;
import org.vmn.runtime.network.Traffic;

/** Whether conditions hold of an element. They were validated before. */
final class Evaluation {
  private Evaluation() {}

  /** All conditions of a requirement's block, or the one that it has without a block. */
  static List<RuleItem> asked(Requirement requirement) {
    List<RuleItem> items = new ArrayList<>();
    if (requirement.getThen() != null) {
      items.add(requirement.getThen());
    }
    for (EObject property : requirement.getProperties()) {
      // What is asserted is proved, with the assertions of the network.
      if (!(property instanceof Theorem)) {
        items.add((RuleItem) property);
      }
    }
    return items;
  }

  /** Whether an element is one of those that a requirement picks. */
  static boolean picks(Requirement requirement, Element element) {
    return requirement.getWhere() == null || holds(requirement.getWhere(), element);
  }

  static boolean holds(RuleItem item, Element element) {
    return switch (item) {
      case Requirement part -> ofParts(part, element);
      case AnyOf any -> any.getParts().stream().anyMatch(p -> holds(p, element));
      case AllOf all -> all.getParts().stream().allMatch(p -> holds(p, element));
      case Negation not -> !holds(not.getCondition(), element);
      case Nested nested -> holds(nested.getItem(), element);
      case LabelCondition label -> hasLabel(label, element);
      case HasCondition has -> isStated(element.value(has.getProperty()));
      case RunsCondition runs ->
          element.parts(ElementKind.PROGRAM).stream()
              .anyMatch(p -> p.name().equals(runs.getProgram()));
      case OpensCondition opens -> opens(opens, element);
      case MemberCondition in -> element.groups().contains(in.getGroup());
      case PropertyCondition property -> property(property, element);
      default -> throw new IllegalStateException("no condition " + item.eClass().getName());
    };
  }

  private static boolean ofParts(Requirement part, Element element) {
    ElementKind kind = ElementKind.find(part.getKind()).orElseThrow();
    List<Element> picked = element.parts(kind).stream().filter(e -> picks(part, e)).toList();
    Predicate<Element> asked = e -> asked(part).stream().allMatch(i -> holds(i, e));
    return switch (part.getQuantifier()) {
      case EVERY -> picked.stream().allMatch(asked);
      case NO -> picked.stream().noneMatch(asked);
      case SOME -> picked.stream().anyMatch(asked);
    };
  }

  private static boolean hasLabel(LabelCondition label, Element element) {
    @Nullable String value = element.labels().get(label.getName());
    return value != null && (label.getValue() == null || label.getValue().equals(value));
  }

  private static boolean isStated(Object value) {
    return switch (value) {
      case Long number -> number != 0;
      case Boolean flag -> flag;
      default -> !value.toString().isEmpty();
    };
  }

  private static boolean opens(OpensCondition opens, Element element) {
    List<Traffic.Match> asked = TrafficTerms.matches(opens.getTraffic());
    return element.opens().stream().anyMatch(o -> asked.stream().anyMatch(a -> overlap(o, a)));
  }

  private static boolean overlap(Traffic.Match a, Traffic.Match b) {
    boolean protocol =
        a.protocol() == Traffic.Protocol.ANY
            || b.protocol() == Traffic.Protocol.ANY
            || a.protocol() == b.protocol();
    return protocol && a.firstPort() <= b.lastPort() && b.firstPort() <= a.lastPort();
  }

  private static boolean property(PropertyCondition condition, Element element) {
    Object value = element.value(condition.getProperty());
    if (condition.getPattern() != null) {
      return Glob.matches(condition.getPattern(), value.toString());
    }
    if (condition.getValue() == null) {
      return Boolean.TRUE.equals(value);
    }
    return value instanceof Long number
        ? compare(number.compareTo(number(condition, element)), condition.getComparator())
        : compare(
            value.toString().equals(text(condition.getValue())) ? 0 : 1, condition.getComparator());
  }

  private static Long number(PropertyCondition condition, Element element) {
    RuleValue value = condition.getValue();
    if (value.getWord() != null) {
      return (Long) element.value(value.getWord());
    }
    ValueType type = element.kind().type(condition.getProperty()).orElseThrow();
    return Amounts.of(value.getQuantity(), Objects.requireNonNull(type.dimension()));
  }

  private static String text(RuleValue value) {
    return value.getText() != null ? value.getText() : value.getWord();
  }

  private static boolean compare(int order, Comparator comparator) {
    return switch (comparator) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case EQ -> order == 0;
      case NE -> order != 0;
    };
  }
}
