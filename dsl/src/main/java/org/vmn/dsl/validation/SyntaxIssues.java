package org.vmn.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.util.LineAndColumn;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.IssueData;
import org.vmn.dsl.parser.DeclarationStarts;
import org.vmn.dsl.parser.MissingMessage;
import org.vmn.dsl.parser.SyntaxMessages;
import org.vmn.runtime.network.Origin;

/**
 * Syntax errors as issues: the first of each declaration, since those that follow it are its echo.
 */
final class SyntaxIssues {
  private SyntaxIssues() {}

  static List<Issue> of(Resource resource, IParseResult parsed) {
    DeclarationStarts starts = new DeclarationStarts(parsed.getRootNode().getText());
    List<Issue> issues = new ArrayList<>();
    int reported = -1;
    for (INode node : parsed.getSyntaxErrors()) {
      INode place = place(node);
      int declaration = starts.before(place.getOffset());
      if (declaration != reported && issues.size() < MOST) {
        issues.add(issue(resource, place, node.getSyntaxErrorMessage()));
        reported = declaration;
      }
    }
    return issues;
  }

  private static final int LONGEST = 100;

  /** Nobody reads more. */
  private static final int MOST = 1000;

  /** The token that an error is about: the one that couldn't be read, or one before it. */
  private static INode place(INode node) {
    int back = node.getSyntaxErrorMessage() instanceof MissingMessage missing ? missing.back() : 0;
    INode place = node;
    while (back > 0) {
      @Nullable ILeafNode leaf =
          NodeModelUtils.findLeafNodeAtOffset(node.getRootNode(), place.getTotalOffset() - 1);
      if (leaf == null) {
        return node;
      }
      place = leaf;
      back -= leaf.isHidden() ? 0 : 1;
    }
    return place;
  }

  /** At the node's first line, or its beginning. */
  private static Issue issue(Resource resource, INode node, SyntaxErrorMessage error) {
    String text = node.getText().lines().findFirst().orElse("");
    int offset = node.getOffset();
    int length = Math.clamp(text.length(), 1, LONGEST);
    LineAndColumn from = NodeModelUtils.getLineAndColumn(node, offset);
    Issue.IssueImpl issue = new Issue.IssueImpl();
    issue.setSyntaxError(true);
    issue.setSeverity(Severity.ERROR);
    issue.setType(CheckType.FAST);
    issue.setCode(error.getIssueCode());
    issue.setMessage(error.getMessage());
    issue.setUriToProblem(resource.getURI());
    issue.setOffset(offset);
    issue.setLength(length);
    issue.setLineNumber(from.getLine());
    issue.setColumn(from.getColumn());
    issue.setLineNumberEnd(from.getLine());
    issue.setColumnEnd(from.getColumn() + length);
    issue.setData(fixes(issue, error));
    return issue;
  }

  /** To write the word that was probably meant instead. */
  private static String[] fixes(Issue issue, SyntaxErrorMessage error) {
    String[] meant = error.getIssueData();
    if (meant == null || meant.length == 0) {
      return new String[0];
    }
    Origin range =
        new Origin(
            issue.getUriToProblem().toString(),
            issue.getLineNumber(),
            issue.getColumn(),
            issue.getLineNumberEnd(),
            issue.getColumnEnd(),
            null);
    String title = meant[0].isEmpty() ? "leave it out" : "write `" + meant[0] + "`";
    boolean certain = meant.length > 1 && meant[1].equals(SyntaxMessages.CERTAIN);
    return new String[] {
      IssueData.of(
          certain ? Fix.certain(title, range, meant[0]) : Fix.guess(title, range, meant[0]))
    };
  }
}
