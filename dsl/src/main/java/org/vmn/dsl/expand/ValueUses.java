package org.vmn.dsl.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.BidiTreeIterator;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.expressions.Expression;
import org.vmn.dsl.expressions.ExpressionParser;
import org.vmn.dsl.expressions.Holes;
import org.vmn.dsl.expressions.Wrong;
import org.vmn.dsl.parser.Values;
import org.vmn.dsl.scoping.VmnScopeProvider;
import org.vmn.dsl.vmn.Argument;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.dsl.vmn.RuleValue;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Variable;
import org.vmn.dsl.vmn.Vm;

/**
 * Where the names of variables, parameters and repetitions' variables stand, and those of
 * declarations within expressions: the grammar reads these as text, not as references.
 */
public final class ValueUses {
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "Computed",
          "Expression",
          "Formula",
          "Index",
          "Invocation",
          "Numeral",
          "Parentheses",
          "RuleTerm",
          "Values");

  private final VmnScopeProvider scopes;
  private final List<Use> found = new ArrayList<>();

  /**
   * A name in the text.
   *
   * @param offset characters from the beginning of the file
   * @param target a {@link Variable}, a {@link Parameter}, a {@link For} or a declaration
   */
  public record Use(int offset, int length, EObject target) {}

  private ValueUses(XtextResource file) {
    scopes = file.getResourceServiceProvider().get(VmnScopeProvider.class);
  }

  /** All of a file. */
  public static List<Use> of(XtextResource file) {
    ValueUses uses = new ValueUses(file);
    BidiTreeIterator<INode> nodes =
        file.getParseResult().getRootNode().getAsTreeIterable().iterator();
    while (nodes.hasNext()) {
      INode node = nodes.next();
      if (uses.isOne(node)) {
        uses.collect(node);
        nodes.prune();
      }
    }
    return uses.found;
  }

  /** The one at a place of a file. */
  public static Optional<Use> at(XtextResource file, int offset) {
    if (file.getParseResult() == null) {
      return Optional.empty();
    }
    ValueUses uses = new ValueUses(file);
    INode root = file.getParseResult().getRootNode();
    for (int at : new int[] {offset, offset - 1}) {
      INode outermost = null;
      for (INode n = at < 0 ? null : NodeModelUtils.findLeafNodeAtOffset(root, at);
          n != null;
          n = n.getParent()) {
        outermost = uses.isOne(n) ? n : outermost;
      }
      if (outermost != null) {
        uses.collect(outermost);
      }
    }
    return uses.found.stream()
        .filter(u -> u.offset() <= offset && offset <= u.offset() + u.length())
        .findFirst();
  }

  /** What a name means at an element: the innermost that has it. */
  static @Nullable EObject meaning(String name, EObject at, VmnScopeProvider scopes) {
    for (EObject around = at; around != null; around = around.eContainer()) {
      if (around instanceof For loop && name.equals(loop.getVariable())) {
        return loop;
      }
      if (around instanceof Template template) {
        Optional<Parameter> parameter = parameter(template, name);
        if (parameter.isPresent()) {
          return parameter.get();
        }
      }
    }
    if (!(EcoreUtil.getRootContainer(at) instanceof Model model)) {
      return null;
    }
    IEObjectDescription declared = scopes.names(model).getSingleElement(QualifiedName.create(name));
    EObject target = declared == null ? null : declared.getEObjectOrProxy();
    return target == null || target.eIsProxy() ? null : target;
  }

  private static Optional<Parameter> parameter(@Nullable Template template, String name) {
    return template == null
        ? Optional.empty()
        : template.getParameters().stream().filter(p -> name.equals(p.getName())).findFirst();
  }

  /** Whether a node is an expression, a text with holes, or a name that may be a value's. */
  private boolean isOne(INode node) {
    if (node instanceof ILeafNode leaf) {
      if (leaf.isHidden()) {
        return false;
      }
      if (leaf.getText().contains(Values.HOLE)) {
        return true;
      }
    }
    EObject element = node.getGrammarElement();
    return element instanceof CrossReference
        || element instanceof RuleCall call
            && (EXPRESSIONS.contains(call.getRule().getName()) || isArgumentName(node, call))
        || node instanceof ICompositeNode composite
            && composite.hasDirectSemanticElement()
            && composite.getSemanticElement() instanceof Quantity quantity
            && Dynamic.isComputed(quantity);
  }

  private static boolean isArgumentName(INode node, RuleCall call) {
    return call.getRule().getName().equals("Word") && node.getSemanticElement() instanceof Argument;
  }

  private void collect(INode node) {
    EObject at = NodeModelUtils.findActualSemanticObjectFor(node);
    String text = Source.text(node);
    int offset = node.getOffset();
    try {
      if (text.contains(Values.HOLE) && (node instanceof ILeafNode || isName(node))) {
        Holes.parse(text, offset).expressions().forEach(e -> names(e, at));
      } else if (isName(node)) {
        name(text, offset, at);
      } else if (text.startsWith("(") && isValues(node)) {
        // Arguments of a function whose name stands before.
        names(ExpressionParser.parse("f" + text, offset - 1), at);
      } else {
        names(ExpressionParser.parse(text, offset), at);
      }
    } catch (Wrong e) {
      // What is wrong with it is told by the expansion.
      return;
    }
  }

  private static boolean isValues(INode node) {
    return node.getGrammarElement() instanceof RuleCall call
        && call.getRule().getName().equals("Values");
  }

  private static boolean isName(INode node) {
    EObject element = node.getGrammarElement();
    return element instanceof CrossReference
        || element instanceof RuleCall call
            && (call.getRule().getName().equals("Word")
                || call.getRule().getName().equals("RuleTerm") && isWord(node));
  }

  private static boolean isWord(INode node) {
    return node.getSemanticElement() instanceof RuleValue value
        && !value.getWord().contains(Values.HOLE);
  }

  /** A reference is a use where it means a value; an argument's name means a parameter. */
  private void name(String text, int offset, EObject at) {
    if (at instanceof Argument argument && text.equals(argument.getName())) {
      Template template =
          argument.eContainer() instanceof Vm vm
              ? vm.getTemplate()
              : argument.eContainer() instanceof Template refined ? refined.getParent() : null;
      parameter(template, text).ifPresent(p -> found.add(new Use(offset, text.length(), p)));
      return;
    }
    if (at instanceof RuleValue compared && RuleTerms.isProperty(compared, text)) {
      return;
    }
    EObject target = meaning(text, at, scopes);
    if (target instanceof For || target instanceof Parameter || target instanceof Variable) {
      found.add(new Use(offset, text.length(), target));
    }
  }

  private void names(Expression expression, EObject at) {
    switch (expression) {
      case Expression.Name name -> {
        EObject target = meaning(name.name(), at, scopes);
        if (target != null) {
          found.add(new Use(name.start(), name.end() - name.start(), target));
        }
      }
      case Expression.Holed holed -> holed.holes().expressions().forEach(e -> names(e, at));
      case Expression.Call call -> call.arguments().forEach(e -> names(e, at));
      case Expression.Prefixed prefixed -> names(prefixed.operand(), at);
      case Expression.Infix infix -> {
        names(infix.left(), at);
        names(infix.right(), at);
      }
      case Expression.Listed listed -> listed.items().forEach(e -> names(e, at));
      case Expression.Item item -> {
        names(item.list(), at);
        names(item.index(), at);
      }
      case Expression.Literal literal -> {}
    }
  }
}
