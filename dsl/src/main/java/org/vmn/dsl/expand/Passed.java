package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.imports.Provenance;
import org.vmn.dsl.vmn.Argument;
import org.vmn.dsl.vmn.Arguments;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * The argument that a name in a template comes from: who wrote it can mend it, who wrote the
 * template can't.
 *
 * @param element where it is written
 * @param node its text
 * @param within for what the element was copied; null where it stands in the text itself
 */
public record Passed(EObject element, INode node, @Nullable Provenance within) {
  private static final Origins PLACES = Origins.byAddress();

  /**
   * Follows a parameter to the argument of a use, and on where that is a parameter again.
   *
   * @param name as the template writes it
   * @param within for what the template was copied
   * @return null where the name is no parameter, or has its own value
   */
  public static @Nullable Passed of(String name, @Nullable Provenance within) {
    Passed found = null;
    String text = name;
    for (Provenance use = within; use != null; use = use.outer()) {
      if (use.place() instanceof Arguments user) {
        Argument argument = argument(user, text);
        if (argument == null) {
          break;
        }
        List<INode> nodes = Source.nodes(argument, Literals.ARGUMENT__VALUE);
        if (nodes.isEmpty()) {
          break;
        }
        found = new Passed(argument, nodes.get(0), use.outer());
        text = Source.text(nodes.get(0));
      }
    }
    return found;
  }

  /** Says at the template what it makes of the argument. */
  public static Label label(INode used, String as) {
    return new Label(PLACES.of(used), "here " + quoted(Source.text(used)) + " is " + as);
  }

  private static @Nullable Argument argument(Arguments user, String name) {
    return user.getArguments().stream()
        .filter(a -> name.equals(a.getName()))
        .findFirst()
        .orElse(null);
  }
}
