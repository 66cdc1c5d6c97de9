package org.vmn.generator.compile;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.IssueData;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.imports.Origins;
import org.vmn.runtime.network.Origin;

/** Xtext's issues as problems. */
final class Issues {
  private Issues() {}

  static Problem problem(Issue issue, URI at, Origins origins) {
    String file = origins.label(at);
    Code code =
        issue.getCode() == null ? Code.SYNTAX : Code.find(issue.getCode()).orElse(Code.SYNTAX);
    int line = or(issue.getLineNumber(), 1);
    int column = or(issue.getColumn(), 1);
    int endLine = or(issue.getLineNumberEnd(), line);
    int endColumn = or(issue.getColumnEnd(), column + or(issue.getLength(), 1));
    String[] message = issue.getMessage().split("\nhelp: ", 2);
    Problem problem =
        Problem.of(code, new Origin(file, line, column, endLine, endColumn, null), message[0]);
    if (message.length == 2) {
      problem = problem.help(message[1]);
    }
    for (Problem.Label label : IssueData.labels(issue.getData())) {
      problem = problem.label(named(label.origin(), origins), label.text());
    }
    for (Fix fix : IssueData.fixes(issue.getData())) {
      List<Fix.Edit> edits =
          fix.edits().stream().map(e -> new Fix.Edit(named(e.range(), origins), e.text())).toList();
      problem = problem.fix(new Fix(fix.title(), fix.certain(), edits));
    }
    return problem;
  }

  /** With the name of the file instead of its address. */
  private static Origin named(Origin at, Origins origins) {
    String file = origins.label(URI.createURI(at.file()));
    return new Origin(file, at.line(), at.column(), at.endLine(), at.endColumn(), at.within());
  }

  static boolean counts(Issue issue) {
    return issue.getSeverity() != Severity.IGNORE;
  }

  private static int or(Integer number, int otherwise) {
    return number == null ? otherwise : number;
  }
}
