package org.vmn.dsl.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * The part of a file that has to be parsed again after an edit: the declarations that it touches, a
 * few before them, which may have looked at what followed them, and one behind them as the
 * <em>sentinel</em>. Where the parser begins the sentinel as it did before, what follows can only
 * be read as it was.
 *
 * <p>At both ends no error is near. The parser is there as at the beginning of a file: it skips
 * nothing, and has no error in mind that the next token would get.
 */
final class EditedPart {
  /** Messages speak of two tokens before the wrong one. */
  private static final int BEFORE = 2;

  private static final List<EReference> LISTS =
      List.of(Literals.MODEL__NETWORKS, Literals.MODEL__IMPORTS, Literals.MODEL__ELEMENTS);

  private final Parsed before;
  private final Model model;
  private final List<INode> nodes;
  private final Set<INode> wrong;

  private final int first;

  /** The place of the sentinel among the nodes; their number when there is none. */
  private final int next;

  private EditedPart(
      Parsed before, Model model, List<INode> nodes, Set<INode> wrong, int start, int end) {
    this.before = before;
    this.model = model;
    this.nodes = nodes;
    this.wrong = wrong;
    this.first = firstNode(start);
    this.next = sentinel(end);
  }

  /**
   * Null when all of it would have to be parsed again.
   *
   * @param start where the old text is another than the new one
   * @param end where it is the same again
   */
  static @Nullable EditedPart find(Parsed before, int start, int end) {
    List<INode> errors = before.getSyntaxErrors();
    if (!(before.getRootASTElement() instanceof Model model)
        || before.hasSyntaxErrors() && errors.isEmpty()) {
      return null;
    }
    List<INode> nodes = new ArrayList<>();
    before.getRootNode().getChildren().forEach(nodes::add);
    Set<INode> wrong = new HashSet<>();
    errors.forEach(e -> wrong.add(PartialParser.topLevel(e)));
    EditedPart part = new EditedPart(before, model, nodes, wrong, start, end);
    return part.first == 0 && part.next == nodes.size() ? null : part;
  }

  private int firstNode(int start) {
    int touched = 0;
    while (touched < nodes.size() && nodes.get(touched).getTotalEndOffset() < start) {
      touched++;
    }
    int at = Math.max(0, Math.min(touched, nodes.size() - 1) - BEFORE);
    while (at > 0
        && (!isRight(nodes.get(at)) || !isAlone(nodes.get(at)) || !isRight(nodes.get(at - 1)))) {
      at--;
    }
    return at;
  }

  private int sentinel(int end) {
    int at = first;
    while (at < nodes.size() && nodes.get(at).getTotalOffset() <= end) {
      at++;
    }
    while (at < nodes.size() && !(isRight(nodes.get(at)) && isAlone(nodes.get(at)))) {
      at++;
    }
    return at;
  }

  private boolean isRight(INode node) {
    return !wrong.contains(node);
  }

  /** Whether it is a declaration of which only the first token was seen before its turn came. */
  private static boolean isAlone(INode node) {
    return node instanceof ICompositeNode declaration
        && declaration.hasDirectSemanticElement()
        && declaration.getLookAhead() <= 1;
  }

  int start() {
    return first < nodes.size() ? nodes.get(first).getTotalOffset() : 0;
  }

  /** With the sentinel, in the old text. */
  int end() {
    return next < nodes.size()
        ? nodes.get(next).getTotalEndOffset()
        : before.getRootNode().getTotalLength();
  }

  private int lengthOfSentinel() {
    return next < nodes.size() ? nodes.get(next).getTotalLength() : 0;
  }

  /**
   * How deep the whole new text may nest; too deep also when a token of the part could go on beyond
   * it, or braces that aren't in pairs are told from those around it.
   *
   * @param edited the new text of this part
   */
  int depth(String old, String edited) {
    int length = lengthOfSentinel();
    PartNesting was = PartNesting.of(old.substring(start(), end()), length);
    PartNesting is = PartNesting.of(edited, length);
    if (is.isOpen() && next < nodes.size() || sharesBraces(old)) {
      return NestingGuard.DEEPEST + 1;
    }
    int below = before.depth() + is.deepest();
    if (below > NestingGuard.DEEPEST || !wrong.stream().allMatch(this::isInside)) {
      return below;
    }
    // What is right leaves nothing open, so that only the part itself can.
    int left = is.effect().equals(was.effect()) ? 0 : is.effect().left();
    return Math.max(before.depth() + left, is.deepest());
  }

  /**
   * Whether what is wrong leaves braces open before this part, or some behind it close what it may
   * have opened: whether a brace closes nothing is told by all before it.
   */
  private boolean sharesBraces(String old) {
    return !wrong.isEmpty()
        && (PartNesting.of(old.substring(0, start()), 0).effect().braces() > 0
            || PartNesting.of(old.substring(end()), 0).effect().closed() > 0);
  }

  private boolean isInside(INode node) {
    int offset = node.getTotalOffset();
    return offset >= start() && (next == nodes.size() || offset < nodes.get(next).getTotalOffset());
  }

  /**
   * The file with what was made of the part's new text; null, and nothing is changed, when the
   * sentinel is not where it was.
   */
  @Nullable Parsed exchange(Parsed made, String text, int depth) {
    List<INode> parts = new ArrayList<>();
    made.getRootNode().getChildren().forEach(parts::add);
    List<INode> errors = new ArrayList<>(made.getSyntaxErrors());
    if (made.hasSyntaxErrors() && errors.isEmpty()
        || !(made.getRootASTElement() instanceof Model part)) {
      return null;
    }
    if (first > 0 && (parts.isEmpty() || parts.remove(0).getTotalLength() > 0)) {
      // The root's own node, without text, begins each tree.
      return null;
    }
    @Nullable EObject sentinel = null;
    if (next < nodes.size()) {
      INode last = parts.isEmpty() ? made.getRootNode() : parts.remove(parts.size() - 1);
      sentinel = last.getSemanticElement();
      if (!isSentinel(last)
          || errors.stream().anyMatch(e -> PartialParser.topLevel(e).equals(last))) {
        return null;
      }
    }
    List<Exchange> exchanges = new ArrayList<>();
    for (EReference list : LISTS) {
      Exchange exchange = exchange(list, part, sentinel);
      if (exchange == null) {
        return null;
      }
      exchanges.add(exchange);
    }
    List<INode> all = new ArrayList<>(nodes.subList(0, first));
    all.addAll(parts);
    all.addAll(nodes.subList(next, nodes.size()));
    List<INode> left = errors(errors);
    Edit edit =
        new Edit(
            exchanges.stream().flatMap(e -> e.leaving().stream()).toList(),
            exchanges.stream().flatMap(e -> e.come().stream()).toList());
    exchanges.forEach(Exchange::run);
    new FewNodes().assemble(before.getRootNode(), text, all);
    return new Parsed(model, before.getRootNode(), left, depth).after(before, edit);
  }

  private boolean isSentinel(INode found) {
    INode expected = nodes.get(next);
    return isAlone(found)
        && found.getTotalLength() == expected.getTotalLength()
        && found.getSemanticElement().eClass().equals(expected.getSemanticElement().eClass());
  }

  /** Those that are kept, and those of the part in their place. */
  private List<INode> errors(List<INode> ofPart) {
    Set<INode> gone = new HashSet<>(nodes.subList(first, next));
    List<INode> left = new ArrayList<>();
    int at = 0;
    for (INode error : before.getSyntaxErrors()) {
      INode top = PartialParser.topLevel(error);
      if (!gone.contains(top)) {
        left.add(error);
        at += top.getTotalOffset() < start() ? 1 : 0;
      }
    }
    left.addAll(at, ofPart);
    return left;
  }

  /** Null when the elements of a list don't follow one another as their nodes do. */
  private @Nullable Exchange exchange(EReference list, Model part, @Nullable EObject sentinel) {
    List<EObject> come = new ArrayList<>(Exchange.list(part, list));
    come.remove(sentinel);
    return Exchange.of(
        model, list, elements(first, next, list), elements(next, nodes.size(), list).size(), come);
  }

  private List<EObject> elements(int from, int to, EReference list) {
    List<EObject> found = new ArrayList<>();
    for (INode node : nodes.subList(from, to)) {
      EObject element = node.hasDirectSemanticElement() ? node.getSemanticElement() : null;
      if (element != null
          && list.equals(element.eContainmentFeature())
          && model.equals(element.eContainer())) {
        found.add(element);
      }
    }
    return found;
  }
}
