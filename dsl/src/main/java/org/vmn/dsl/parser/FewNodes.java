package org.vmn.dsl.parser;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.eclipse.xtext.nodemodel.impl.CompositeNode;
import org.eclipse.xtext.nodemodel.impl.CompositeNodeWithSemanticElement;
import org.eclipse.xtext.nodemodel.impl.LeafNode;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.IParseResult;
import org.jspecify.annotations.Nullable;

/**
 * Patches Xtext 2.42: a tree without the nodes that only pass on what another one says. Xtext makes
 * two for a name, a number, an address or a choice of one token (the rule's and in it the token's),
 * and two where a rule is one of others ({@code Element: Host | Segment | …}). Of both, one is
 * left: the inner, which says where the outer was called. Those left out were a sixth of the memory
 * of a file.
 */
public class FewNodes extends NodeModelBuilder {
  private final Map<EObject, Boolean> ofText = new HashMap<>();
  private @Nullable VmnLexer lexer;

  void readBy(VmnLexer lexer) {
    this.lexer = lexer;
  }

  @Override
  public IParseResult createParseResult(EObject model, ICompositeNode root, boolean hasErrors) {
    int depth = lexer == null ? NestingGuard.DEEPEST : lexer.nesting().deepest();
    return new Parsed(model, root, hasErrors, depth);
  }

  /** Gives a tree another text and other children, which may have been those of another tree. */
  void assemble(ICompositeNode root, String text, List<INode> children) {
    setCompleteContent(root, text);
    replaceChildren(new CompositeNode(), (AbstractNode) root);
    if (children.isEmpty()) {
      return;
    }
    int last = children.size() - 1;
    for (INode child : children.subList(0, last)) {
      addChild(root, (AbstractNode) child);
    }
    // Xtext tells tokens their new places only when a node takes the place of another.
    ICompositeNode part = newRootNode("");
    addChild(part, (AbstractNode) children.get(last));
    INode place = newLeafNode(0, 0, root.getGrammarElement(), false, null, root);
    replaceAndTransferLookAhead(place, part);
  }

  /** The name of the rule that a token was read by: of several, the one that made a value of it. */
  public static String rule(ILeafNode token) {
    EObject element = token.getGrammarElement();
    RuleCall called = called(element);
    return called == null || !isText(called)
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
  public ICompositeNode newCompositeNode(
      EObject grammarElement, int lookahead, ICompositeNode parent) {
    if (getForcedGrammarElement() != null) {
      return super.newCompositeNode(grammarElement, lookahead, parent);
    }
    Element element = new Element(grammarElement, lookahead);
    addChild(parent, element);
    return element;
  }

  /** An alternative that begins with the class of its element: the rule's own node has it. */
  @Override
  public ICompositeNode newCompositeNodeAsParentOf(
      EObject grammarElement, int lookahead, ICompositeNode existing) {
    return existing instanceof Element
            && existing.getGrammarElement() instanceof RuleCall
            && !existing.hasDirectSemanticElement()
            && !existing.hasChildren()
        ? existing
        : super.newCompositeNodeAsParentOf(grammarElement, lookahead, existing);
  }

  @Override
  public ICompositeNode compressAndReturnParent(ICompositeNode node) {
    ICompositeNode parent = node.getParent();
    if (parent == null || node.hasDirectSemanticElement() || node.getSyntaxErrorMessage() != null) {
      return super.compressAndReturnParent(node);
    }
    EObject called = node.getGrammarElement();
    if (node.getLastChild() instanceof Token token && isFirst(token) && isOfText(called)) {
      token.standFor(called);
    } else if (node.getLastChild() instanceof Element element
        && isFirst(element)
        && element.hasDirectSemanticElement()
        && called instanceof RuleCall) {
      element.standFor(called);
    } else {
      return super.compressAndReturnParent(node);
    }
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

  /** Whether nothing but what is hidden stands before a node, among its siblings. */
  private static boolean isFirst(INode node) {
    for (INode before = node.getPreviousSibling();
        before != null;
        before = before.getPreviousSibling()) {
      if (!(before instanceof ILeafNode leaf && leaf.isHidden())) {
        return false;
      }
    }
    return true;
  }

  /** Whether an element of the grammar calls a rule that makes a text or a choice. */
  private boolean isOfText(EObject element) {
    return ofText.computeIfAbsent(
        element,
        e -> {
          RuleCall called = called(e);
          return called != null && isText(called);
        });
  }

  private static boolean isText(RuleCall call) {
    return GrammarUtil.isDatatypeRuleCall(call) || GrammarUtil.isEnumRuleCall(call);
  }

  private static @Nullable RuleCall called(EObject element) {
    return element instanceof CrossReference reference
        ? reference.getTerminal() instanceof RuleCall call ? call : null
        : element instanceof RuleCall call ? call : null;
  }

  private static final class Element extends CompositeNodeWithSemanticElement {
    Element(EObject grammarElement, int lookahead) {
      basicSetGrammarElement(grammarElement);
      basicSetLookAhead(lookahead);
    }

    void standFor(EObject grammarElement) {
      basicSetGrammarElement(grammarElement);
    }
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
