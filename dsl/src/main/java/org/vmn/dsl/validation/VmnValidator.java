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
public class VmnValidator extends AbstractVmnValidator {}
