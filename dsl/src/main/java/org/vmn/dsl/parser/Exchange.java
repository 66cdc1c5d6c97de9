package org.vmn.dsl.parser;

import java.util.List;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Model;

/**
 * Some neighbours in one of a file's lists, and what takes their place.
 *
 * @param at the place of the first
 * @param gone how many go
 * @param come what comes, out of another file's list
 */
record Exchange(EList<EObject> list, int at, int gone, List<EObject> come) {

  /**
   * Null when what goes are no neighbours.
   *
   * @param after how many of the list come after those that go
   */
  static @Nullable Exchange of(
      Model model, EReference feature, List<EObject> gone, int after, List<EObject> come) {
    EList<EObject> list = list(model, feature);
    int at = list.size() - after - gone.size();
    boolean fits = at >= 0 && list.subList(at, at + gone.size()).equals(gone);
    return fits ? new Exchange(list, at, gone.size(), come) : null;
  }

  @SuppressWarnings("unchecked")
  static EList<EObject> list(Model model, EReference feature) {
    return (EList<EObject>) model.eGet(feature);
  }

  List<EObject> leaving() {
    return List.copyOf(list.subList(at, at + gone));
  }

  void run() {
    for (int i = 0; i < gone; i++) {
      list.remove(at);
    }
    list.addAll(at, come);
  }
}
