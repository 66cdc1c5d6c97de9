package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.literals.Dimension;

/** A unit before its number, which reads like the name of a value. */
final class UnitExplanation implements Explanation {

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    String text = mistake.text();
    return Dimension.isUnit(mistake.before())
            && !text.isEmpty()
            && Character.isDigit(text.charAt(0))
        ? SyntaxMessages.syntax(
            help(
                quoted(mistake.before()) + " has no number before it",
                "a unit comes after its number, as in `4 GiB`"))
        : null;
  }
}
