package org.vmn.dsl.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The words of an element, for people: with single blanks, and values instead of expressions. */
public final class SourceText {
  private SourceText() {}

  /** What stands instead of a part of the text, on the element that it belongs to. */
  public static final class Replacement extends AdapterImpl {
    private final int offset;
    private final int end;
    private final String text;

    public Replacement(int offset, int end, String text) {
      this.offset = offset;
      this.end = end;
      this.text = text;
    }
  }

  /** Whether values stand instead of what is written. */
  public static boolean isComputed(EObject element) {
    return !replacements(element).isEmpty();
  }

  public static String of(EObject element) {
    INode node = NodeModelUtils.findActualNodeFor(element);
    List<Replacement> replacements = replacements(element);
    if (replacements.isEmpty()) {
      return NodeModelUtils.getTokenText(node).replaceAll("\\s+", " ");
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    boolean blank = false;
    for (ILeafNode leaf : node.getLeafNodes()) {
      while (at < replacements.size() && replacements.get(at).end <= leaf.getOffset()) {
        at++;
      }
      boolean replaced =
          at < replacements.size()
              && leaf.getOffset() >= replacements.get(at).offset
              && leaf.getOffset() < replacements.get(at).end;
      if (leaf.isHidden() && !replaced) {
        blank = !text.isEmpty();
      } else if (!replaced || leaf.getOffset() == replacements.get(at).offset) {
        text.append(blank ? " " : "").append(replaced ? replacements.get(at).text : leaf.getText());
        blank = false;
      }
    }
    return text.toString();
  }

  private static List<Replacement> replacements(EObject element) {
    List<Replacement> found = new ArrayList<>();
    add(element, found);
    TreeIterator<EObject> all = element.eAllContents();
    while (all.hasNext()) {
      add(all.next(), found);
    }
    found.sort(Comparator.comparingInt(r -> r.offset));
    return joined(found);
  }

  /** A list that was written as one word is several elements. */
  private static List<Replacement> joined(List<Replacement> sorted) {
    List<Replacement> joined = new ArrayList<>();
    for (Replacement next : sorted) {
      Replacement last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.offset == next.offset) {
        joined.set(
            joined.size() - 1,
            new Replacement(last.offset, last.end, last.text + ", " + next.text));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static void add(EObject element, List<Replacement> to) {
    element.eAdapters().stream()
        .filter(Replacement.class::isInstance)
        .forEach(a -> to.add((Replacement) a));
  }
}
