package org.vmn.generator.project;

import java.util.Set;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Origin;

/**
 * {@code // vmn:allow VMN6013 because the lab grows next week}: what it names is not reported of
 * the declaration or property below it, or of its own line when something stands before it there.
 *
 * @param origin of the comment
 * @param firstLine of the text that it covers, in the comment's file
 * @param lastLine included
 */
public record Suppression(
    Set<Code> codes, String reason, Origin origin, int firstLine, int lastLine) {
  public Suppression {
    codes = Set.copyOf(codes);
  }

  boolean covers(Problem problem) {
    Origin at = problem.origin();
    return codes.contains(problem.code())
        && problem.code().isNegotiable()
        && at.file().equals(origin.file())
        && firstLine <= at.line()
        && at.line() <= lastLine;
  }
}
