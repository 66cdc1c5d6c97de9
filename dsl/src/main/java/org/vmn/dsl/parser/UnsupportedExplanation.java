package org.vmn.dsl.parser;

import java.util.Set;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;

/** Words of the language as it is planned, which no rule of the grammar has yet. */
final class UnsupportedExplanation implements Explanation {
  private static final Set<String> NOT_YET = Set.of("for", "if", "variable");

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    boolean isStart = mistake.expects("}") || mistake.isTopLevel();
    return isStart && NOT_YET.contains(mistake.text())
        ? new SyntaxErrorMessage(
            "`" + mistake.text() + "` is not supported yet", Code.NOT_YET_SUPPORTED.id())
        : null;
  }
}
