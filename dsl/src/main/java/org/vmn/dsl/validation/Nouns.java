package org.vmn.dsl.validation;

import java.util.Locale;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/** What kinds of declarations are called in messages: by their keywords. */
final class Nouns {
  private Nouns() {}

  static String of(EObject element) {
    return of(element.eClass());
  }

  static String of(EClass kind) {
    return kind.getName().toLowerCase(Locale.ROOT);
  }
}
