package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** A wire is plugged into an uplink of a host, and only a host has uplinks. */
public class TargetChecks extends Checks {
  /** Where a host alone is no end of a wire. */
  private static final Set<EStructuralFeature> PLUGS =
      Set.of(
          Literals.LINK__A,
          Literals.LINK__B,
          Literals.WIRE_TERM__A,
          Literals.WIRE_TERM__B,
          Literals.IMPAIRMENT__A,
          Literals.IMPAIRMENT__B);

  /** Where an uplink may stand as well as a whole host. */
  private static final Set<EStructuralFeature> EITHER =
      Set.of(
          Literals.FAILURE__ELEMENT,
          Literals.RESTORATION__ELEMENT,
          Literals.VIRTUAL_SWITCH__PLACES,
          Literals.EXPECTATION__SUBJECT);

  @Check
  void uplink(Target target) {
    EStructuralFeature place = target.eContainmentFeature();
    if (target.getRef() == null || target.getRef().eIsProxy()) {
      return;
    }
    boolean host = target.getRef() instanceof Host;
    if (target.getUplink() == null) {
      if (host && PLUGS.contains(place)) {
        String name = target.getRef().getName();
        report(
            Code.WRONG_KIND,
            target,
            Literals.TARGET__REF,
            help(
                quoted(name) + " is a host, and a wire is plugged into one of its uplinks",
                "say which, such as `" + name + ".eno1`"));
      }
    } else if (!host || !PLUGS.contains(place) && !EITHER.contains(place)) {
      report(
          Code.WRONG_KIND,
          target,
          Literals.TARGET__UPLINK,
          host
              ? "an uplink can't stand here"
              : quoted(target.getRef().getName()) + " has no uplinks");
    }
  }
}
