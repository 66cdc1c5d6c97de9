package org.vmn.dsl.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.LineAndColumn;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.IssueData;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.dsl.expand.Finding;
import org.vmn.dsl.expand.Passed;
import org.vmn.dsl.imports.Provenance;
import org.vmn.runtime.network.Origin;

/**
 * Issues of an expanded file, at their places in the text. What is wrong with each copy is said
 * once; what a template of another file makes wrong is said where it is used.
 */
final class ExpandedIssues {
  private final Resource file;
  private final Set<List<Object>> seen = new HashSet<>();

  /**
   * @param said of the text as it is written, which is not said again
   */
  ExpandedIssues(Resource file, List<Issue> said) {
    this.file = file;
    said.forEach(this::isNew);
  }

  private boolean isNew(Issue issue) {
    String code = issue.getCode() == null ? "" : issue.getCode();
    return seen.add(List.of(issue.getOffset(), code));
  }

  void add(Finding finding, List<Issue> to) {
    if (!finding.file().equals(file) && !isUsedHere(finding.within())) {
      return;
    }
    INode root = root(finding.file());
    if (root == null) {
      return;
    }
    Issue.IssueImpl issue = new Issue.IssueImpl();
    List<String> data = places(finding.within());
    if (finding.used() != null) {
      data.add(0, IssueData.of(finding.used()));
    }
    issue.setData(data.toArray(String[]::new));
    issue.setCode(finding.code().id());
    issue.setMessage(finding.message());
    issue.setSeverity(Severity.ERROR);
    issue.setType(CheckType.FAST);
    place(issue, finding.file(), root, finding.offset(), finding.length());
    accept(issue, finding.file(), finding.within(), to);
  }

  void add(Issue found, Resource copy, List<Issue> to) {
    EObject element =
        found.getUriToProblem() == null
            ? null
            : copy.getEObject(found.getUriToProblem().fragment());
    INode node = element == null ? null : NodeModelUtils.getNode(element);
    Provenance provenance = element == null ? null : Provenance.of(element);
    Resource text = node == null ? file : node.getRootNode().getSemanticElement().eResource();
    Passed passed = passed(found, node, provenance);
    Issue.IssueImpl issue = new Issue.IssueImpl();
    issue.setCode(found.getCode());
    List<String> data = places(passed == null ? provenance : passed.within());
    if (found.getData() != null) {
      data.addAll(0, List.of(found.getData()));
    }
    issue.setData(data.toArray(String[]::new));
    issue.setMessage(found.getMessage());
    issue.setSeverity(found.getSeverity());
    issue.setType(found.getType());
    INode root = root(text);
    int offset = found.getOffset() == null ? 0 : found.getOffset();
    int length = found.getLength() == null ? 1 : found.getLength();
    if (passed != null && root != null) {
      INode used = NodeModelUtils.findLeafNodeAtOffset(root, offset);
      data.add(0, IssueData.of(Passed.label(used, "used")));
      issue.setData(data.toArray(String[]::new));
      Resource written = passed.element().eResource();
      INode argument = passed.node();
      place(issue, written, argument.getRootNode(), argument.getOffset(), argument.getLength());
      accept(issue, written, passed.within(), to);
      return;
    }
    if (root != null) {
      place(issue, text, root, offset, length);
    }
    accept(issue, text, provenance, to);
  }

  /** The argument that is of a wrong kind, where a template uses it by a parameter's name. */
  private static @Nullable Passed passed(
      Issue found, @Nullable INode node, @Nullable Provenance provenance) {
    if (node == null
        || !Code.WRONG_KIND.id().equals(found.getCode())
        || found.getOffset() == null) {
      return null;
    }
    INode name = NodeModelUtils.findLeafNodeAtOffset(node.getRootNode(), found.getOffset());
    return name == null ? null : Passed.of(name.getText(), provenance);
  }

  /** Where the text is another file's, the issue goes to the use of it in this one. */
  private void accept(
      Issue.IssueImpl issue, Resource text, @Nullable Provenance provenance, List<Issue> to) {
    if (!text.equals(file)) {
      INode root = root(file);
      for (Provenance use = provenance; use != null; use = use.outer()) {
        INode node = node(use);
        if (node != null && root != null && node.getRootNode().equals(root)) {
          place(issue, file, root, node.getOffset(), node.getLength());
          break;
        }
      }
    }
    if (isNew(issue)) {
      to.add(issue);
    }
  }

  private boolean isUsedHere(@Nullable Provenance within) {
    INode root = root(file);
    for (Provenance use = within; use != null; use = use.outer()) {
      INode node = node(use);
      if (node != null && node.getRootNode().equals(root)) {
        return true;
      }
    }
    return false;
  }

  /** A label at each repetition and use that an element was copied for. */
  private static List<String> places(@Nullable Provenance provenance) {
    List<String> labels = new ArrayList<>();
    for (Provenance use = provenance; use != null; use = use.outer()) {
      Origin at = Checks.PLACES.of(use.place(), use.feature());
      labels.add(IssueData.of(new Label(at, "with `" + use.values() + "`")));
    }
    return labels;
  }

  private static @Nullable INode node(Provenance use) {
    List<INode> nodes = NodeModelUtils.findNodesForFeature(use.place(), use.feature());
    return nodes.isEmpty() ? null : nodes.get(0);
  }

  private static @Nullable INode root(Resource resource) {
    return resource instanceof XtextResource text && text.getParseResult() != null
        ? text.getParseResult().getRootNode()
        : null;
  }

  private static void place(
      Issue.IssueImpl issue, Resource text, INode root, int offset, int length) {
    LineAndColumn from = NodeModelUtils.getLineAndColumn(root, offset);
    LineAndColumn to = NodeModelUtils.getLineAndColumn(root, offset + length);
    issue.setUriToProblem(text.getURI());
    issue.setOffset(offset);
    issue.setLength(length);
    issue.setLineNumber(from.getLine());
    issue.setColumn(from.getColumn());
    issue.setLineNumberEnd(to.getLine());
    issue.setColumnEnd(to.getColumn());
  }
}
