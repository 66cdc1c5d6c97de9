package org.vmn.dsl.validation;

import com.google.inject.Inject;
import org.apache.log4j.Logger;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.IssueData;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.dsl.imports.Origins;

/** What all checks share: how they report. */
abstract class Checks extends AbstractDeclarativeValidator {
  private static final Logger LOG = Logger.getLogger(Checks.class);

  /** Where labels and fixes point to. */
  static final Origins PLACES = Origins.byAddress();

  @Inject private OperationCanceledManager cancellation;

  /** Checks are part of {@link VmnValidator} and register nothing themselves. */
  @Override
  public void register(EValidatorRegistrar registrar) {}

  /**
   * A check that fails is a mistake of ours. Xtext would say nothing of null pointers, and give up
   * all other checks for anything else: instead they go on, and the log has it.
   */
  @Override
  protected void handleExceptionDuringValidation(Throwable failure) {
    cancellation.propagateAsErrorIfCancelException(failure);
    if (failure instanceof Error error) {
      throw error;
    }
    LOG.error("a check failed", failure);
  }

  /**
   * At the first value of a feature.
   *
   * @param more labels and fixes: see {@link #label} and {@link #fix}
   */
  void report(
      Code code, EObject element, EStructuralFeature feature, String message, String... more) {
    report(code, element, feature, 0, message, more);
  }

  /** At one value of a feature. */
  void report(
      Code code,
      EObject element,
      EStructuralFeature feature,
      int index,
      String message,
      String... more) {
    add(code, message, element, feature, feature.isMany() ? index : INSIGNIFICANT_INDEX, more);
  }

  /** At all of an element's text. */
  void report(Code code, EObject element, String message, String... more) {
    add(code, message, element, null, INSIGNIFICANT_INDEX, more);
  }

  /** Words at another element. */
  static String label(EObject at, String text) {
    return IssueData.of(new Label(PLACES.of(at), text));
  }

  /** A change that mends what is reported. */
  static String fix(Fix fix) {
    return IssueData.of(fix);
  }

  private void add(
      Code code,
      String message,
      EObject element,
      @Nullable EStructuralFeature feature,
      int index,
      String... more) {
    switch (code.severity()) {
      case ERROR -> error(message, element, feature, index, code.id(), more);
      case WARNING -> warning(message, element, feature, index, code.id(), more);
      case INFO -> info(message, element, feature, index, code.id(), more);
    }
  }
}
