package org.vmn.dsl.scoping;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.If;

/** What stands in a block, also within {@code for} and {@code if}. */
public final class Bodies {
  private Bodies() {}

  /** In the order of the text. The parser bounds how deep blocks nest. */
  public static List<EObject> flat(List<? extends EObject> elements) {
    boolean simple = elements.stream().noneMatch(e -> e instanceof For || e instanceof If);
    List<EObject> flat = new ArrayList<>(elements.size());
    if (simple) {
      flat.addAll(elements);
    } else {
      elements.forEach(e -> add(e, flat));
    }
    return flat;
  }

  private static void add(EObject element, List<EObject> flat) {
    switch (element) {
      case For loop -> loop.getBody().forEach(e -> add(e, flat));
      case If choice -> {
        choice.getBody().forEach(e -> add(e, flat));
        choice.getOtherwise().forEach(e -> add(e, flat));
      }
      default -> flat.add(element);
    }
  }
}
