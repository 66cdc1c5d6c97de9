package org.vmn.generator.compile;

import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Origin;

/** Xtext's issues as problems. */
final class Issues {
  private Issues() {}

  static Problem problem(Issue issue, String file) {
    Code code =
        issue.getCode() == null ? Code.SYNTAX : Code.find(issue.getCode()).orElse(Code.SYNTAX);
    int line = or(issue.getLineNumber(), 1);
    int column = or(issue.getColumn(), 1);
    int endLine = or(issue.getLineNumberEnd(), line);
    int endColumn = or(issue.getColumnEnd(), column + or(issue.getLength(), 1));
    String[] message = issue.getMessage().split("\nhelp: ", 2);
    Problem problem =
        Problem.of(code, new Origin(file, line, column, endLine, endColumn, null), message[0]);
    return message.length == 2 ? problem.help(message[1]) : problem;
  }

  static boolean counts(Issue issue) {
    return issue.getSeverity() == Severity.ERROR || issue.getSeverity() == Severity.WARNING;
  }

  private static int or(Integer number, int otherwise) {
    return number == null ? otherwise : number;
  }
}
