package org.vmn.dsl.formatting2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.vmn.dsl.formatting2.Piece.Kind;
import org.vmn.dsl.parser.FewNodes;

/** Cuts a parsed file into its pieces. */
final class PieceReader {
  private static final Set<String> ITEMS =
      Set.of("networks", "imports", "elements", "properties", "statements", "body", "otherwise");

  private final Set<Integer> starts;
  private final List<Piece> pieces = new ArrayList<>();
  private int newlines;

  private PieceReader(Set<Integer> starts) {
    this.starts = starts;
  }

  static List<Piece> read(IParseResult parsed) {
    PieceReader reader = new PieceReader(starts(parsed.getRootASTElement()));
    for (ILeafNode leaf : parsed.getRootNode().getLeafNodes()) {
      reader.add(leaf);
    }
    return reader.pieces;
  }

  private void add(ILeafNode leaf) {
    EObject element = leaf.getGrammarElement();
    String terminal = element instanceof AbstractRule rule ? rule.getName() : "";
    String text = leaf.getText();
    switch (terminal) {
      case "WS" -> newlines += newlines(text);
      case "ML_COMMENT" -> add(Kind.BLOCK_COMMENT, leaf, text, "");
      case "SL_COMMENT" -> {
        // The end of its line belongs to the token.
        add(Kind.LINE_COMMENT, leaf, text.stripTrailing(), "");
        newlines += newlines(text);
      }
      default -> add(Kind.TOKEN, leaf, text, FewNodes.rule(leaf));
    }
  }

  private void add(Kind kind, ILeafNode leaf, String text, String rule) {
    boolean starts = kind == Kind.TOKEN && this.starts.contains(leaf.getOffset());
    pieces.add(new Piece(kind, text, leaf.getOffset(), rule, starts, newlines));
    newlines = 0;
  }

  private static Set<Integer> starts(EObject model) {
    Set<Integer> starts = new HashSet<>();
    TreeIterator<EObject> all = model.eAllContents();
    while (all.hasNext()) {
      EObject element = all.next();
      INode node = NodeModelUtils.findActualNodeFor(element);
      if (ITEMS.contains(element.eContainmentFeature().getName()) && !isAfterElse(node)) {
        starts.add(node.getOffset());
      }
    }
    return starts;
  }

  /** The {@code if} of {@code else if} begins no line. */
  private static boolean isAfterElse(INode node) {
    INode before = node.getPreviousSibling();
    while (before instanceof ILeafNode leaf && leaf.isHidden()) {
      before = before.getPreviousSibling();
    }
    return before != null && before.getText().equals("else");
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
