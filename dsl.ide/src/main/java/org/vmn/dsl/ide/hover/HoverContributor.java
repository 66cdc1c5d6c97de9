package org.vmn.dsl.ide.hover;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;

/**
 * Says more of a declaration than its text does, such as the addresses that were computed for it.
 */
public interface HoverContributor {
  /**
   * Markdown, shown below the declaration; empty when there is nothing to say.
   *
   * @param seenFrom the file that the user looks at
   */
  Optional<String> contribute(EObject declaration, Resource seenFrom);
}
