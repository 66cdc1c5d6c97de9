package org.vmn.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.ParseResult;
import org.jspecify.annotations.Nullable;

/** What was made of a text, and what has to be known to parse only a part of the next one. */
final class Parsed extends ParseResult {
  private final int depth;
  private @Nullable List<INode> errors;
  private @Nullable Edit edit;

  /** Names a result without keeping it. */
  private final Object name = new Object();

  private @Nullable Object before;

  /**
   * @param depth how deep the text nests at the most, as {@link NestingGuard} counts
   */
  Parsed(@Nullable EObject model, ICompositeNode root, boolean hasErrors, int depth) {
    super(model, root, hasErrors);
    this.depth = depth;
  }

  /**
   * @param errors the nodes with an error, in the order of the text
   */
  Parsed(EObject model, ICompositeNode root, List<INode> errors, int depth) {
    super(model, root, !errors.isEmpty());
    this.errors = errors;
    this.depth = depth;
  }

  /** The same as made of another by an edit. */
  Parsed after(Parsed before, Edit edit) {
    this.before = before.name;
    this.edit = edit;
    return this;
  }

  /** The edit that made this of another one; null when that was not how it was made. */
  @Nullable Edit since(Parsed other) {
    return other.name.equals(before) ? edit : null;
  }

  int depth() {
    return depth;
  }

  /** Found once: Xtext looks through the whole tree each time. */
  @Override
  public List<INode> getSyntaxErrors() {
    List<INode> found = errors;
    if (found == null) {
      found = new ArrayList<>();
      super.getSyntaxErrors().forEach(found::add);
      errors = found;
    }
    return found;
  }
}
