package org.vmn.generator.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.imports.SourceText;
import org.vmn.dsl.vmn.Guideline;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Requirement;
import org.vmn.dsl.vmn.RuleItem;
import org.vmn.generator.elaborate.Documentation;
import org.vmn.generator.project.Settings;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;

/** Checks a network against the guidelines of all files that belong to it. */
public final class Guidelines {
  private final Elements elements;
  private final Origins origins;
  private final Settings settings;
  private final Origin header;
  private final List<Problem> problems = new ArrayList<>();

  private Guidelines(Elements elements, Origins origins, Settings settings, Origin header) {
    this.elements = elements;
    this.origins = origins;
    this.settings = settings;
    this.header = header;
  }

  /**
   * @param files the root first, and all that it imports, those of the library included
   */
  public static List<Problem> check(
      Network network, List<Model> files, Origins origins, Settings settings) {
    Labels labels = new Labels(files, origins);
    Guidelines guidelines =
        new Guidelines(new Elements(network, labels), origins, settings, labels.header());
    for (Model file : files) {
      file.getElements().stream()
          .filter(Guideline.class::isInstance)
          .forEach(g -> guidelines.check((Guideline) g));
    }
    return guidelines.problems;
  }

  private void check(Guideline guideline) {
    for (EObject statement : guideline.getStatements()) {
      if (statement instanceof Requirement requirement) {
        check(guideline, requirement);
      }
    }
  }

  private void check(Guideline guideline, Requirement requirement) {
    ElementKind kind = ElementKind.find(requirement.getKind()).orElseThrow();
    List<Element> picked =
        elements.of(kind).stream().filter(e -> Evaluation.picks(requirement, e)).toList();
    List<RuleItem> asked = Evaluation.asked(requirement);
    switch (requirement.getQuantifier()) {
      case EVERY -> {
        for (Element element : picked) {
          asked.stream()
              .filter(i -> !Evaluation.holds(i, element))
              .findFirst()
              .ifPresent(i -> every(guideline, element, i));
        }
      }
      case NO ->
          picked.stream()
              .filter(e -> asked.stream().allMatch(i -> Evaluation.holds(i, e)))
              .forEach(e -> no(guideline, requirement, e));
      case SOME -> {
        if (picked.stream().noneMatch(e -> asked.stream().allMatch(i -> Evaluation.holds(i, e)))) {
          some(guideline, requirement);
        }
      }
    }
  }

  private void every(Guideline guideline, Element element, RuleItem broken) {
    Cause cause = Cause.of(broken, element);
    Origin at = place(cause.element());
    Problem problem = broken(guideline, subject(element), at).label(at, cause.words());
    if (!at.equals(place(element))) {
      problem = problem.label(place(element), "of this " + element.kind().word());
    }
    add(guideline, problem.label(origins.whole(cause.condition()), asked(cause.condition())));
  }

  private void no(Guideline guideline, Requirement requirement, Element element) {
    Problem problem = broken(guideline, subject(element), place(element));
    add(guideline, problem.label(origins.whole(requirement), "ruled out here"));
  }

  private void some(Guideline guideline, Requirement requirement) {
    Problem problem =
        broken(guideline, "this network", header)
            .label(header, "has no such " + requirement.getKind());
    add(guideline, problem.label(origins.whole(requirement), asked(requirement)));
  }

  /** What was computed is shown as it came out. */
  private static String asked(EObject condition) {
    return SourceText.isComputed(condition)
        ? "asked for here: `" + SourceText.of(condition) + "`"
        : "asked for here";
  }

  private static String subject(Element element) {
    return element.kind().isPolicy()
        ? "this `" + element.kind().word() + "`"
        : element.kind().word() + " `" + element.name() + "`";
  }

  private static Problem broken(Guideline guideline, String subject, Origin at) {
    String help = help(guideline);
    Problem problem =
        Problem.of(
                Code.GUIDELINE_BROKEN,
                at,
                subject + " breaks the rule \"" + guideline.getText() + "\"")
            .severity(severity(guideline));
    return help.isEmpty() ? problem : problem.help(help);
  }

  static String help(Guideline guideline) {
    return Documentation.of(guideline).replace("\n", " ");
  }

  static Severity severity(Guideline guideline) {
    return Severity.find(Objects.requireNonNullElse(guideline.getLevel(), "error"))
        .orElse(Severity.ERROR);
  }

  private void add(Guideline guideline, Problem problem) {
    settings.judge(problem, guideline.getText()).ifPresent(problems::add);
  }

  /** What no source says, such as the default host, is the network's. */
  private Origin place(Element element) {
    return element.origin().isKnown() ? element.origin() : header;
  }
}
