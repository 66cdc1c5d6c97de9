package org.vmn.dsl.parser;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.impl.AbstractNode;
import org.eclipse.xtext.nodemodel.impl.LeafNode;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Patches Xtext 2.42: a name, a number or an address of one token is one node of the tree. Xtext
 * makes two, one for the rule and in it one for the token; those for rules were a sixth of the
 * memory of a file. The token's node says then where the rule was called.
 */
public class OneTokenNodes extends NodeModelBuilder {
  private final Map<EObject, Boolean> ofText = new IdentityHashMap<>();

  /** The name of the rule that a token was read by: of several, the one that made a value of it. */
  public static String rule(ILeafNode token) {
    EObject element = token.getGrammarElement();
    RuleCall called = called(element);
    return called == null || !GrammarUtil.isDatatypeRuleCall(called)
        ? GrammarUtil.containingRule(element).getName()
        : called.getRule().getName();
  }

  @Override
  public ILeafNode newLeafNode(
      int offset,
      int length,
      EObject grammarElement,
      boolean isHidden,
      @Nullable SyntaxErrorMessage errorMessage,
      ICompositeNode parent) {
    if (isHidden || errorMessage != null) {
      return super.newLeafNode(offset, length, grammarElement, isHidden, errorMessage, parent);
    }
    Token token = new Token(offset, length, grammarElement);
    addChild(parent, token);
    return token;
  }

  @Override
  public ICompositeNode compressAndReturnParent(ICompositeNode node) {
    Token token = onlyToken(node);
    if (token == null || !isOfText(node.getGrammarElement())) {
      return super.compressAndReturnParent(node);
    }
    ICompositeNode parent = node.getParent();
    token.standFor(node.getGrammarElement());
    // A node that moves no longer knows what came after it.
    List<AbstractNode> children = new ArrayList<>(2);
    node.getChildren().forEach(child -> children.add((AbstractNode) child));
    replaceWithoutChildren((AbstractNode) node, children.get(0));
    children.subList(1, children.size()).forEach(child -> addChild(parent, child));
    return parent;
  }

  /** Nodes move from one parent to another here. */
  @Override
  protected void checkValidNewChild(AbstractNode child) {}

  /** The token of a node that has nothing else but what is hidden before it. */
  private static @Nullable Token onlyToken(ICompositeNode node) {
    if (node.hasDirectSemanticElement()
        || node.getSyntaxErrorMessage() != null
        || node.getParent() == null) {
      return null;
    }
    return node.getLastChild() instanceof Token token && isFirst(token) ? token : null;
  }

  private static boolean isFirst(Token token) {
    for (INode before = token.getPreviousSibling();
        before != null;
        before = before.getPreviousSibling()) {
      if (!(before instanceof ILeafNode leaf && leaf.isHidden())) {
        return false;
      }
    }
    return true;
  }

  /** Whether an element of the grammar calls a rule that makes a text. */
  private boolean isOfText(EObject element) {
    return ofText.computeIfAbsent(
        element,
        e -> {
          RuleCall called = called(e);
          return called != null && GrammarUtil.isDatatypeRuleCall(called);
        });
  }

  private static @Nullable RuleCall called(EObject element) {
    return element instanceof CrossReference reference
        ? reference.getTerminal() instanceof RuleCall call ? call : null
        : element instanceof RuleCall call ? call : null;
  }

  private static final class Token extends LeafNode {
    Token(int offset, int length, EObject grammarElement) {
      basicSetTotalOffset(offset);
      basicSetTotalLength(length);
      basicSetGrammarElement(grammarElement);
    }

    void standFor(EObject grammarElement) {
      basicSetGrammarElement(grammarElement);
    }
  }
}
