package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Nothing is made of itself, nor of so many layers that no reader could follow them. */
public class CycleChecks extends Checks {
  private static final int DEEPEST = 100;

  @Check
  void model(Model model) {
    Nesting nesting = new Nesting();
    for (EObject element : model.getElements()) {
      check(element, nesting);
      switch (element) {
        case Vm vm -> vm.getProperties().forEach(p -> check(p, nesting));
        case Template template -> template.getProperties().forEach(p -> check(p, nesting));
        default -> {}
      }
    }
  }

  private void check(EObject element, Nesting nesting) {
    if (!(element instanceof Named named) || Parts.of(element).isEmpty()) {
      return;
    }
    nesting.follow(element);
    String what = Nouns.of(element) + " " + quoted(named.getName());
    if (nesting.closesCycle(element)) {
      report(
          Code.CYCLE,
          element,
          Literals.NAMED__NAME,
          help(what + " is made of itself", "take it out of what it is made of"));
    } else if (nesting.depth(element) == DEEPEST) {
      report(
          Code.TOO_DEEP,
          element,
          Literals.NAMED__NAME,
          what + " is made of more than " + DEEPEST + " layers");
    }
  }
}
