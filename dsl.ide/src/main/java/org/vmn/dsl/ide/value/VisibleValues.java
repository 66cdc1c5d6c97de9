package org.vmn.dsl.ide.value;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.symbol.Declarations;
import org.vmn.dsl.scoping.VmnScopeProvider;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Variable;

/** The values that may be named at a place, the innermost first. */
public final class VisibleValues {
  @Inject private VmnScopeProvider scopes;

  /**
   * @param name as it is written
   * @param description what stands where it is declared
   * @param type that a parameter says; empty where none is said
   */
  public record Visible(String name, String description, String type, EObject declaration) {}

  /** Repetitions' variables, parameters, and variables of the file and of its imports. */
  public List<Visible> at(@Nullable EObject element) {
    Map<String, Visible> found = new LinkedHashMap<>();
    for (EObject around = element; around != null; around = around.eContainer()) {
      // Its own list can't name the variable of a repetition.
      if (around instanceof For loop && loop.getVariable() != null && !around.equals(element)) {
        add(loop.getVariable(), "", loop, found);
      } else if (around instanceof Template template) {
        for (Parameter parameter : template.getParameters()) {
          if (parameter.getName() != null) {
            String type = parameter.getType() == null ? "" : parameter.getType();
            add(parameter.getName(), type, parameter, found);
          }
        }
      }
    }
    if (element != null && EcoreUtil.getRootContainer(element) instanceof Model model) {
      for (IEObjectDescription declared : scopes.names(model).getAllElements()) {
        if (declared.getEObjectOrProxy() instanceof Variable variable && !variable.eIsProxy()) {
          String type = variable.getType() == null ? "" : variable.getType();
          add(variable.getName(), type, variable, found);
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private static void add(
      String name, String type, EObject declaration, Map<String, Visible> found) {
    found.putIfAbsent(name, new Visible(name, Declarations.header(declaration), type, declaration));
  }
}
