package org.vmn.dsl.validation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.ComposedChecks;

/** The checks of the language, run on every model. */
@ComposedChecks(
    validators = {
      AddressChecks.class,
      CarrierChecks.class,
      CycleChecks.class,
      DuplicateNameChecks.class,
      DuplicatePropertyChecks.class,
      FamilyChecks.class,
      GuidelineChecks.class,
      ImportChecks.class,
      FigureChecks.class,
      KindChecks.class,
      LoadChecks.class,
      MaterialChecks.class,
      MissingPropertyChecks.class,
      NameChecks.class,
      NumberChecks.class,
      PortChecks.class,
      QuantityChecks.class,
      ReplicaChecks.class,
      SettingChecks.class,
      TargetChecks.class,
      TextChecks.class,
      WiringChecks.class
    })
public class VmnValidator extends AbstractVmnValidator {
  private final Map<Class<?>, List<MethodWrapper>> checks = new ConcurrentHashMap<>();

  /** Patches Xtext 2.42, which keeps these behind a lock and a map of weak references. */
  @Override
  protected List<MethodWrapper> getMethodsForType(EObject element) {
    List<MethodWrapper> known = checks.get(element.getClass());
    if (known == null) {
      known = super.getMethodsForType(element);
      checks.put(element.getClass(), known);
    }
    return known;
  }
}
