package org.vmn.generator.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Model;
import org.vmn.runtime.network.Origin;

/** Finds the suppressions in files. */
public final class SuppressionReader {
  private static final String MARK = "vmn:allow";
  private static final Pattern COMMENT = Pattern.compile("//+\\s*" + MARK + "\\b(.*)");
  private static final Pattern FORM =
      Pattern.compile("\\s+(\\w+(?:\\s*,\\s*\\w+)*)(?:\\s+because\\s+(.*\\S))?\\s*");
  private static final String HELP =
      "write for instance `// vmn:allow VMN6013 because the lab grows next week`";

  private final List<Suppression> all = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  public Suppressions done() {
    return new Suppressions(all, problems, List.of());
  }

  /**
   * @param name what origins call the file
   */
  public void read(XtextResource file, String name) {
    ICompositeNode root = file.getParseResult().getRootNode();
    if (!root.getText().contains(MARK)) {
      return;
    }
    int lineOfToken = 0;
    for (ILeafNode leaf : root.getLeafNodes()) {
      if (!leaf.isHidden()) {
        lineOfToken = leaf.getEndLine();
      }
      Matcher comment = COMMENT.matcher(leaf.getText().stripTrailing());
      if (leaf.isHidden() && comment.matches()) {
        Origin origin = origin(leaf, name);
        boolean trailing = lineOfToken == leaf.getStartLine();
        @Nullable INode covered = trailing ? null : below(root, leaf);
        int first = covered == null ? leaf.getStartLine() : covered.getStartLine();
        int last = covered == null ? leaf.getStartLine() : covered.getEndLine();
        add(comment.group(1), origin, first, last);
      }
    }
  }

  private void add(String text, Origin origin, int first, int last) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      bad(origin, "a suppression names what it suppresses");
      return;
    }
    if (form.group(2) == null) {
      bad(origin, "a suppression gives its reason");
      return;
    }
    Set<Code> codes = new LinkedHashSet<>();
    for (String id : form.group(1).split("\\s*,\\s*")) {
      Code code = Code.find(id).orElse(null);
      if (code == null) {
        bad(origin, "there is no diagnostic " + Messages.quoted(id));
      } else if (!code.isNegotiable()) {
        bad(origin, "`" + code.id() + "` is an error, which can't be suppressed");
      } else {
        codes.add(code);
      }
    }
    if (!codes.isEmpty()) {
      all.add(new Suppression(codes, form.group(2), origin, first, last));
    }
  }

  private void bad(Origin origin, String message) {
    problems.add(Problem.of(Code.BAD_SUPPRESSION, origin, message).help(HELP));
  }

  /** The largest element that begins with the first token after a comment, but not the file. */
  private static @Nullable INode below(ICompositeNode root, ILeafNode comment) {
    ILeafNode leaf = comment;
    do {
      leaf = NodeModelUtils.findLeafNodeAtOffset(root, leaf.getTotalEndOffset());
    } while (leaf != null && leaf.isHidden());
    if (leaf == null) {
      return null;
    }
    INode found = leaf;
    EObject element = NodeModelUtils.findActualSemanticObjectFor(leaf);
    while (element != null && !(element instanceof Model)) {
      INode node = NodeModelUtils.findActualNodeFor(element);
      if (node == null || node.getOffset() != leaf.getOffset()) {
        break;
      }
      found = node;
      element = element.eContainer();
    }
    return found;
  }

  private static Origin origin(ILeafNode leaf, String name) {
    var from = NodeModelUtils.getLineAndColumn(leaf, leaf.getOffset());
    int length = leaf.getText().stripTrailing().length();
    return new Origin(
        name, from.getLine(), from.getColumn(), from.getLine(), from.getColumn() + length, null);
  }
}
