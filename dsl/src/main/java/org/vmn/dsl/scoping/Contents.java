package org.vmn.dsl.scoping;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.impl.EClassImpl.FeatureSubsetSupplier;

/**
 * All elements of a model. EMF's own iterators ask each element for each of its features, and are
 * most of the cost of whatever looks at all elements.
 */
public final class Contents {
  private static final EStructuralFeature[] NONE = {};

  private Contents() {}

  /**
   * The element, then what it contains, in the order of features. The parser bounds how deep it
   * nests.
   */
  public static void forEach(EObject element, Consumer<EObject> visit) {
    any(
        element,
        e -> {
          visit.accept(e);
          return false;
        });
  }

  /** Whether something is so of the element or of what it contains; the same order. */
  public static boolean any(EObject element, Predicate<EObject> test) {
    if (test.test(element)) {
      return true;
    }
    for (EStructuralFeature feature : containments(element.eClass())) {
      // Asked for, a list that nobody filled would be made.
      Object value = element.eIsSet(feature) ? element.eGet(feature, false) : null;
      if (value instanceof List<?> children) {
        for (int i = 0; i < children.size(); i++) {
          if (any((EObject) children.get(i), test)) {
            return true;
          }
        }
      } else if (value instanceof EObject child && any(child, test)) {
        return true;
      }
    }
    return false;
  }

  /** The features of a class that hold other elements. */
  public static EStructuralFeature[] containments(EClass kind) {
    EStructuralFeature[] found =
        ((FeatureSubsetSupplier) kind.getEAllStructuralFeatures()).containments();
    return found == null ? NONE : found;
  }

  /** The features of a class that refer to other elements. */
  public static EStructuralFeature[] references(EClass kind) {
    EStructuralFeature[] found =
        ((FeatureSubsetSupplier) kind.getEAllStructuralFeatures()).crossReferences();
    return found == null ? NONE : found;
  }
}
