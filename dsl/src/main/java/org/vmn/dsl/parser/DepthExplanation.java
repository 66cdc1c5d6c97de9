package org.vmn.dsl.parser;

import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;

/** Text that nests deeper than the parser follows. */
final class DepthExplanation implements Explanation {

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    return !mistake.isEnd() && VmnLexer.isRest(mistake.token())
        ? new SyntaxErrorMessage(
            "this nests more than " + NestingGuard.DEEPEST + " levels deep", Code.TOO_DEEP.id())
        : null;
  }
}
