package org.vmn.dsl.ide.analysis;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.runtime.network.Origin;

/** Something wrong that only compiling shows, as Xtext's server hands it around. */
public final class Finding extends Issue.IssueImpl {
  private final List<Related> related;

  /** Words at another place. */
  public record Related(URI file, Origin origin, String text) {}

  Finding(URI file, Code code, Origin origin, String message, List<Related> related) {
    this.related = List.copyOf(related);
    setUriToProblem(file);
    setCode(code.id());
    setMessage(message);
    setSeverity(
        code.severity() == org.vmn.dsl.diagnostics.Severity.ERROR
            ? Severity.ERROR
            : Severity.WARNING);
    setLineNumber(origin.line());
    setColumn(origin.column());
    setLineNumberEnd(origin.endLine());
    setColumnEnd(origin.endColumn());
  }

  public List<Related> related() {
    return related;
  }
}
