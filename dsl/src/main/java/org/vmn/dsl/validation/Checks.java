package org.vmn.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.vmn.dsl.diagnostics.Code;

/** What all checks share: how they report. */
abstract class Checks extends AbstractDeclarativeValidator {

  /** Checks are part of {@link VmnValidator} and register nothing themselves. */
  @Override
  public void register(EValidatorRegistrar registrar) {}

  /** At the first value of a feature. */
  void report(Code code, EObject element, EStructuralFeature feature, String message) {
    report(code, element, feature, 0, message);
  }

  /** At one value of a feature. */
  void report(Code code, EObject element, EStructuralFeature feature, int index, String message) {
    error(message, element, feature, feature.isMany() ? index : INSIGNIFICANT_INDEX, code.id());
  }

  /** At all of an element's text. */
  void report(Code code, EObject element, String message) {
    error(message, element, null, INSIGNIFICANT_INDEX, code.id());
  }
}
