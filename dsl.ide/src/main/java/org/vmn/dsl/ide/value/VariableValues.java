package org.vmn.dsl.ide.value;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.vmn.dsl.expand.Expansions;
import org.vmn.dsl.ide.hover.HoverContributor;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Variable;

/** On hover over a variable: what it comes to. */
public class VariableValues implements HoverContributor {

  @Override
  public Optional<String> contribute(EObject declaration, Resource seenFrom) {
    return declaration instanceof Variable variable && variable.eContainer() instanceof Model file
        ? Expansions.of(file).valueOf(variable).map(v -> "- value: `" + v + "`")
        : Optional.empty();
  }
}
