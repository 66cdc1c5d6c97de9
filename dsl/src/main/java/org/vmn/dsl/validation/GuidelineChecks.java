package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.dsl.guidelines.ValueType;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.AllOf;
import org.vmn.dsl.vmn.AnyOf;
import org.vmn.dsl.vmn.Claim;
import org.vmn.dsl.vmn.Comparator;
import org.vmn.dsl.vmn.FailureClaim;
import org.vmn.dsl.vmn.Guideline;
import org.vmn.dsl.vmn.HasCondition;
import org.vmn.dsl.vmn.LabelCondition;
import org.vmn.dsl.vmn.MemberCondition;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Negation;
import org.vmn.dsl.vmn.Nested;
import org.vmn.dsl.vmn.OpensCondition;
import org.vmn.dsl.vmn.PropertyCondition;
import org.vmn.dsl.vmn.Quantifier;
import org.vmn.dsl.vmn.Requirement;
import org.vmn.dsl.vmn.RuleItem;
import org.vmn.dsl.vmn.RuleValue;
import org.vmn.dsl.vmn.RunsCondition;
import org.vmn.dsl.vmn.SoundnessClaim;
import org.vmn.dsl.vmn.Theorem;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Rules speak of kinds, properties and parts that there are, and compare like with like. */
public class GuidelineChecks extends Checks {
  private static final Set<ElementKind> GROUPED =
      Set.of(ElementKind.VM, ElementKind.SEGMENT, ElementKind.EXTERNAL, ElementKind.BALANCER);

  @Check
  void model(Model model) {
    Set<String> texts = new HashSet<>();
    for (EObject element : model.getElements()) {
      if (element instanceof Guideline guideline && !texts.add(guideline.getText())) {
        report(
            Code.DUPLICATE_NAME,
            guideline,
            Literals.GUIDELINE__TEXT,
            help("there is already a rule " + quoted(guideline.getText()), "rename one of them"));
      }
    }
  }

  @Check
  void guideline(Guideline guideline) {
    String level = guideline.getLevel();
    if (level != null && Severity.find(level).isEmpty()) {
      List<String> known = Arrays.stream(Severity.values()).map(Severity::word).toList();
      unknown("level", level, known, guideline, Literals.GUIDELINE__LEVEL);
    }
    for (EObject statement : guideline.getStatements()) {
      if (statement instanceof Requirement requirement) {
        requirement(requirement, null);
      }
    }
  }

  /** It is about each element of a kind, so it stands in the block of one `every`, or in none. */
  @Check
  void theorem(Theorem theorem) {
    EObject around = theorem.eContainer();
    boolean inEvery =
        around instanceof Requirement requirement
            && requirement.getQuantifier() == Quantifier.EVERY
            && requirement.eContainer() instanceof Guideline;
    if (!(around instanceof Guideline) && !inEvery) {
      report(
          Code.WRONG_KIND,
          theorem,
          help(
              "an assertion is nothing that an element has or lacks",
              "put it into the block of the outermost `every`, or into the rule itself"));
    } else if (inEvery && saysNothingOfElements(theorem.getClaim())) {
      report(
          Code.WRONG_KIND,
          theorem,
          help(
              "`no loops` and `no black holes` say something of the whole network, and nothing of"
                  + " an element",
              "put it into the rule itself, outside of the `every`"));
    }
  }

  private static boolean saysNothingOfElements(@Nullable Claim claim) {
    return claim instanceof FailureClaim failures
        ? saysNothingOfElements(failures.getClaim())
        : claim instanceof SoundnessClaim;
  }

  /**
   * @param around the kind of the element whose parts are meant, or null at the top
   */
  private void requirement(Requirement requirement, @Nullable ElementKind around) {
    List<String> known = around == null ? ElementKind.words() : around.partWords();
    ElementKind kind = ElementKind.find(requirement.getKind()).orElse(null);
    if (kind == null || !known.contains(kind.word())) {
      String what = around == null ? "kind of elements" : "part of a " + around.word();
      unknown(what, requirement.getKind(), known, requirement, Literals.REQUIREMENT__KIND);
      return;
    }
    if (requirement.getQuantifier() == Quantifier.EVERY
        && requirement.getProperties().isEmpty()
        && requirement.getThen() == null) {
      report(
          Code.MISSING_PROPERTY,
          requirement,
          Literals.REQUIREMENT__KIND,
          help(
              "nothing is asked of every " + kind.word(),
              "say what in a block, such as `{ has label owner }`"));
    }
    item(requirement.getWhere(), kind);
    item(requirement.getThen(), kind);
    requirement.getProperties().forEach(p -> item(p, kind));
  }

  private void item(@Nullable RuleItem item, ElementKind kind) {
    switch (item) {
      case null -> {}
      case Requirement part -> requirement(part, kind);
      case AnyOf any -> any.getParts().forEach(p -> item(p, kind));
      case AllOf all -> all.getParts().forEach(p -> item(p, kind));
      case Negation not -> item(not.getCondition(), kind);
      case Nested nested -> item(nested.getItem(), kind);
      case LabelCondition label -> applies(label, kind.hasLabels(), "labels", kind);
      case HasCondition has -> type(has, has.getProperty(), Literals.HAS_CONDITION__PROPERTY, kind);
      case RunsCondition runs -> applies(runs, kind == ElementKind.VM, "programs", kind);
      case OpensCondition opens -> applies(opens, kind.opens(), "traffic", kind);
      case MemberCondition in -> applies(in, GROUPED.contains(kind), "place in a group", kind);
      case PropertyCondition property -> property(property, kind);
      default -> {}
    }
  }

  private void applies(RuleItem item, boolean applies, String what, ElementKind kind) {
    if (!applies) {
      report(Code.WRONG_KIND, item, Messages.withArticle(kind.word()) + " has no " + what);
    }
  }

  private @Nullable ValueType type(
      EObject at, String property, EStructuralFeature feature, ElementKind kind) {
    ValueType type = kind.type(property).orElse(null);
    if (type == null) {
      String what = "property of " + Messages.withArticle(kind.word());
      unknown(what, property, kind.properties(), at, feature);
    }
    return type;
  }

  private void property(PropertyCondition condition, ElementKind kind) {
    ValueType type =
        type(condition, condition.getProperty(), Literals.PROPERTY_CONDITION__PROPERTY, kind);
    if (type == null) {
      return;
    }
    String name = quoted(condition.getProperty());
    RuleValue value = condition.getValue();
    if (condition.getPattern() != null) {
      if (type != ValueType.TEXT) {
        report(Code.BAD_UNIT, condition, name + " is no text, and `matches` compares texts");
      }
    } else if (value == null) {
      if (type != ValueType.FLAG) {
        report(
            Code.BAD_UNIT,
            condition,
            help(name + " is not a yes or no", "compare it with something, or write `has`"));
      }
    } else if (type == ValueType.FLAG) {
      report(
          Code.BAD_UNIT,
          condition,
          help(
              name + " is a yes or no",
              "write " + name + " or `not " + condition.getProperty() + "`"));
    } else if (type.dimension() == null) {
      text(condition, value);
    } else {
      number(value, type, Objects.requireNonNull(type.dimension()), kind);
    }
  }

  private void text(PropertyCondition condition, RuleValue value) {
    boolean ordered =
        condition.getComparator() != Comparator.EQ && condition.getComparator() != Comparator.NE;
    if (value.getQuantity() != null) {
      report(
          Code.BAD_UNIT,
          value,
          quoted(condition.getProperty()) + " is a text, and this is a number");
    } else if (ordered) {
      report(
          Code.BAD_UNIT,
          condition,
          help("texts have no order", "compare them with `=`, `!=` or `matches`"));
    }
  }

  private void number(RuleValue value, ValueType type, Dimension dimension, ElementKind kind) {
    if (value.getText() != null) {
      report(Code.BAD_UNIT, value, "this is a text; expected " + dimension.example());
    } else if (value.getWord() != null) {
      ValueType other = type(value, value.getWord(), Literals.RULE_VALUE__WORD, kind);
      if (other != null && other != type) {
        report(Code.BAD_UNIT, value, quoted(value.getWord()) + " is not " + dimension.example());
      }
    } else {
      boolean rightUnit = Amounts.hasUnitOf(value.getQuantity(), dimension);
      try {
        Amounts.of(value.getQuantity(), dimension);
      } catch (IllegalArgumentException e) {
        report(rightUnit ? Code.OUT_OF_RANGE : Code.BAD_UNIT, value, Messages.of(e));
      }
    }
  }

  private void unknown(
      String what, String wrong, List<String> known, EObject at, EStructuralFeature feature) {
    Optional<String> nearest = Suggestions.nearest(wrong, known);
    String message = "there is no " + what + " " + quoted(wrong);
    String[] fixes =
        nearest.stream()
            .map(n -> fix(Fix.guess("write `" + n + "`", PLACES.of(at, feature), n)))
            .toArray(String[]::new);
    report(
        Code.UNKNOWN_NAME,
        at,
        feature,
        nearest
            .map(n -> message + "; did you mean `" + n + "`?")
            .orElseGet(() ->
                known.isEmpty() ? message : help(message, "there are " + Messages.allOf(known))),
        fixes);
  }
}
