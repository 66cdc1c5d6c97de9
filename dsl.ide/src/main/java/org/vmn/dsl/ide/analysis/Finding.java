package org.vmn.dsl.ide.analysis;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.IssueData;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Origin;

/** Something wrong that only compiling shows, as Xtext's server hands it around. */
public final class Finding extends Issue.IssueImpl {

  /**
   * @param problem whose labels and fixes name files by address
   */
  Finding(URI file, Problem problem) {
    setUriToProblem(file);
    setCode(problem.code().id());
    setMessage(
        problem.help() == null
            ? problem.message()
            : problem.message() + "\nhelp: " + problem.help());
    setSeverity(
        switch (problem.severity()) {
          case ERROR -> Severity.ERROR;
          case WARNING -> Severity.WARNING;
          case INFO -> Severity.INFO;
        });
    Origin origin = problem.origin();
    setLineNumber(origin.line());
    setColumn(origin.column());
    setLineNumberEnd(origin.endLine());
    setColumnEnd(origin.endColumn());
    List<String> data = new ArrayList<>();
    problem.labels().forEach(l -> data.add(IssueData.of(l)));
    for (Fix fix : problem.fixes()) {
      data.add(IssueData.of(fix));
    }
    setData(data.toArray(String[]::new));
  }
}
