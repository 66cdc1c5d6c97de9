package org.vmn.dsl.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.vmn.AddressTerm;
import org.vmn.dsl.vmn.ComputedTerm;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.PrefixTerm;
import org.vmn.dsl.vmn.SubnetTerm;
import org.vmn.dsl.vmn.VmnFactory;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * What stands where the name of a declaration could, and is a value: an address, a block, or a list
 * of them.
 */
final class Terms {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final Expansion expansion;

  Terms(Expansion expansion) {
    this.expansion = expansion;
  }

  /** What an element is replaced by; empty when it is copied as it is. */
  List<EObject> replaced(EObject element, Frame frame) {
    @Nullable INode node = node(element);
    if (node == null) {
      return List.of();
    }
    @Nullable Value value =
        isName(node)
            ? frame.find(Source.text(node))
            : expansion.evaluate(NodeModelUtils.findActualNodeFor(element), frame);
    if (value == null
        || value instanceof Value.Declaration
        || value instanceof Value.Name
        || value instanceof Value.Text) {
      if (value != null && element instanceof ComputedTerm) {
        return List.of(term(element, value, node));
      }
      return List.of();
    }
    List<EObject> terms = new ArrayList<>();
    List<Value> values = value instanceof Value.Listing list ? list.items() : List.of(value);
    for (Value item : values) {
      terms.add(term(element, item, node));
    }
    return terms;
  }

  private static boolean isName(INode node) {
    return NAME.matcher(Source.text(node)).matches()
        && !(node.getNextSibling() != null && Source.text(node.getNextSibling()).startsWith("("));
  }

  /** The part of an element that may be a value; null for elements that can't be one. */
  private static @Nullable INode node(EObject element) {
    return switch (element) {
      case ComputedTerm term -> first(term, Literals.COMPUTED_TERM__VALUE);
      case NamedTerm term when term.getPick() == null -> first(term, Literals.NAMED_TERM__REF);
      case SubnetTerm term when term.getPrefix() == null -> first(term, Literals.SUBNET_TERM__POOL);
      default -> null;
    };
  }

  private static @Nullable INode first(EObject element, EStructuralFeature feature) {
    List<INode> nodes = Source.nodes(element, feature);
    return nodes.isEmpty() ? null : nodes.get(0);
  }

  private EObject term(EObject element, Value value, INode node) {
    if (element instanceof SubnetTerm) {
      if (!(value instanceof Value.Block)) {
        throw new Placed(node, Expansion.mistyped(node, value, "a prefix, or a pool"));
      }
      SubnetTerm term = VmnFactory.eINSTANCE.createSubnetTerm();
      term.setPrefix(value.text());
      return placed(term, element, value);
    }
    return switch (value) {
      case Value.Block block -> {
        PrefixTerm term = VmnFactory.eINSTANCE.createPrefixTerm();
        term.setPrefix(block.text());
        yield placed(term, element, value);
      }
      case Value.Address address -> {
        AddressTerm term = VmnFactory.eINSTANCE.createAddressTerm();
        term.setAddress(address.text());
        yield placed(term, element, value);
      }
      case Value.Declaration declaration -> {
        NamedTerm term = VmnFactory.eINSTANCE.createNamedTerm();
        term.eAdapters().add(new Links.Named(declaration));
        yield placed(term, element, value);
      }
      default ->
          throw new Placed(
              node, Expansion.mistyped(node, value, "an address, a prefix or a declaration"));
    };
  }

  private static EObject placed(EObject term, EObject original, Value value) {
    ICompositeNode node = NodeModelUtils.getNode(original);
    if (node instanceof Adapter adapter) {
      term.eAdapters().add(adapter);
      adapter.setTarget(original);
      Rewritten.put(term, node, value.text());
    }
    return term;
  }
}
