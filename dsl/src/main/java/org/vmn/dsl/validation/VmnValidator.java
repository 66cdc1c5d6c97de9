package org.vmn.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** The checks of the language, run on every model. */
@ComposedChecks(
    validators = {
      AddressChecks.class,
      CycleChecks.class,
      DuplicateNameChecks.class,
      DuplicatePropertyChecks.class,
      FamilyChecks.class,
      GuidelineChecks.class,
      ImportChecks.class,
      KindChecks.class,
      MaterialChecks.class,
      MissingPropertyChecks.class,
      NameChecks.class,
      NumberChecks.class,
      PortChecks.class,
      QuantityChecks.class,
      ReplicaChecks.class,
      SettingChecks.class,
      SupportChecks.class,
      TargetChecks.class,
      TextChecks.class
    })
public class VmnValidator extends AbstractVmnValidator {}
