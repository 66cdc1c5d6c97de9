package org.vmn.dsl.imports;

import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/** On an element that was copied from elsewhere in the text: for what, and with which values. */
public final class Provenance extends AdapterImpl {
  private final EObject place;
  private final EStructuralFeature feature;
  private final String values;
  private final @Nullable Provenance outer;

  /**
   * @param place the repetition, or the use of a template, as it is written
   * @param feature of the place, where it stands
   * @param values {@code i = 2}
   * @param outer what the place itself was copied for
   */
  public Provenance(
      EObject place, EStructuralFeature feature, String values, @Nullable Provenance outer) {
    this.place = place;
    this.feature = feature;
    this.values = values;
    this.outer = outer;
  }

  public EObject place() {
    return place;
  }

  public EStructuralFeature feature() {
    return feature;
  }

  public String values() {
    return values;
  }

  public @Nullable Provenance outer() {
    return outer;
  }

  /** Of an element or what it stands in; null when it stands in the text itself. */
  public static @Nullable Provenance of(EObject element) {
    for (EObject around = element; around != null; around = around.eContainer()) {
      for (Adapter adapter : around.eAdapters()) {
        if (adapter instanceof Provenance provenance) {
          return provenance;
        }
      }
    }
    return null;
  }
}
