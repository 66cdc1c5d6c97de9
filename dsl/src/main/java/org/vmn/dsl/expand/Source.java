package org.vmn.dsl.expand;

import java.util.IdentityHashMap;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vmn.dsl.expressions.Expression;
import org.vmn.dsl.expressions.ExpressionParser;
import org.vmn.dsl.expressions.Holes;

/** The text of features as it is written, and the expressions in it, each parsed once. */
final class Source {
  private final IdentityHashMap<INode, Expression> expressions = new IdentityHashMap<>();

  /** The nodes of a feature's values. */
  static List<INode> nodes(EObject element, EStructuralFeature feature) {
    return NodeModelUtils.findNodesForFeature(element, feature);
  }

  static String text(INode node) {
    return node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset());
  }

  /** The expression that a node is: of a text or a name with holes, too. */
  Expression expression(INode node) {
    Expression known = expressions.get(node);
    if (known == null) {
      known = ExpressionParser.parse(text(node), 0);
      expressions.put(node, known);
    }
    return known;
  }

  /** The name with holes that a node is. */
  Expression name(INode node) {
    Expression known = expressions.get(node);
    if (known == null) {
      String text = text(node);
      known = new Expression.Holed(Holes.parse(text, 0), 0, text.length());
      expressions.put(node, known);
    }
    return known;
  }
}
