package org.vmn.dsl.parser;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.parser.IParseResult;
import org.jspecify.annotations.Nullable;

/**
 * What an edit does to a file: all but a few of its declarations stay.
 *
 * @param gone those that do not, as they were
 * @param come those in their place
 */
public record Edit(List<EObject> gone, List<EObject> come) {
  private static final Edit NOTHING = new Edit(List.of(), List.of());

  /** From one text to the next; null when all of that was read. */
  public static @Nullable Edit between(@Nullable IParseResult before, IParseResult after) {
    if (after.equals(before)) {
      return NOTHING;
    }
    return before instanceof Parsed old && after instanceof Parsed next ? next.since(old) : null;
  }
}
