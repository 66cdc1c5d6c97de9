package org.vmn.dsl.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * How deep declarations lie within one another, and which lie within themselves. Walks with a stack
 * of its own, since a file may nest deeper than the machine's stack bears; linear in declarations
 * and references.
 */
final class Nesting {
  private final Map<EObject, Integer> depths = new HashMap<>();
  private final Set<EObject> cyclic = new LinkedHashSet<>();

  private record Open(EObject element, Iterator<EObject> rest) {}

  /** Follows a declaration and all that lie within it. */
  void follow(EObject root) {
    Deque<Open> stack = new ArrayDeque<>();
    Set<EObject> onStack = new LinkedHashSet<>();
    enter(root, stack, onStack);
    while (!stack.isEmpty()) {
      Open open = stack.element();
      if (!open.rest().hasNext()) {
        leave(stack, onStack);
        continue;
      }
      EObject next = open.rest().next();
      if (onStack.contains(next)) {
        cyclic.add(open.element());
      } else if (depths.containsKey(next)) {
        deepen(open.element(), next);
      } else {
        enter(next, stack, onStack);
      }
    }
  }

  /** How many declarations lie within it at the most, one inside the other; itself not counted. */
  int depth(EObject element) {
    return depths.getOrDefault(element, 0);
  }

  /** Whether it is where a circle closes; one declaration of each circle is. */
  boolean closesCycle(EObject element) {
    return cyclic.contains(element);
  }

  private void enter(EObject element, Deque<Open> stack, Set<EObject> onStack) {
    if (!depths.containsKey(element)) {
      depths.put(element, 0);
      onStack.add(element);
      List<EObject> within = Parts.of(element);
      stack.push(new Open(element, within.iterator()));
    }
  }

  private void leave(Deque<Open> stack, Set<EObject> onStack) {
    EObject done = stack.pop().element();
    onStack.remove(done);
    if (!stack.isEmpty()) {
      deepen(stack.element().element(), done);
    }
  }

  private void deepen(EObject outer, EObject inner) {
    depths.merge(outer, depth(inner) + 1, Math::max);
  }
}
