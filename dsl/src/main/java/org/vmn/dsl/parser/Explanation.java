package org.vmn.dsl.parser;

import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/** Knows a family of mistakes. */
interface Explanation {

  /** What to say of a mistake; null if it is of another family. */
  @Nullable SyntaxErrorMessage of(Mistake mistake);
}
