package org.vmn.dsl.scoping;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.parser.Values;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.Template;

/** Names that mean nothing before the file is expanded: of values, and those with holes. */
public final class ValueNames {
  private ValueNames() {}

  /** Whether a name is that of a repetition's variable or of a template's parameter here. */
  static boolean isValue(String name, EObject from) {
    for (EObject around = from; around != null; around = around.eContainer()) {
      boolean found =
          switch (around) {
            case For loop -> name.equals(loop.getVariable());
            case Template template ->
                template.getParameters().stream().map(Parameter::getName).anyMatch(name::equals);
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  /**
   * A name with a hole for each of its parts that is the name of a value where it stands: {@code
   * group-${g}} for {@code group-g}.
   */
  public static String withHoles(String name, EObject from) {
    return Arrays.stream(name.split("(?<=[-_])|(?=[-_])"))
        .map(part -> isValue(part, from) ? "${" + part + "}" : part)
        .collect(Collectors.joining());
  }

  /**
   * Whether a declaration's name has holes that may be filled so that it becomes a certain name.
   */
  public static boolean mayBecome(Named named, String name) {
    String pattern = named.getName();
    if (pattern == null || !pattern.contains(Values.HOLE)) {
      return false;
    }
    String regex =
        Arrays.stream(pattern.split("\\$\\{[^}]*}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".+"));
    return name.matches(regex);
  }
}
