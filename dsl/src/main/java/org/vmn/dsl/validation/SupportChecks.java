package org.vmn.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.FailureClaim;
import org.vmn.dsl.vmn.Guideline;
import org.vmn.dsl.vmn.HealthCheck;
import org.vmn.dsl.vmn.Impairment;
import org.vmn.dsl.vmn.Metric;
import org.vmn.dsl.vmn.Migration;
import org.vmn.dsl.vmn.PathClaim;
import org.vmn.dsl.vmn.Protocol;
import org.vmn.dsl.vmn.Restoration;
import org.vmn.dsl.vmn.Spread;
import org.vmn.dsl.vmn.SpreadKind;
import org.vmn.dsl.vmn.UsageClaim;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * All that the grammar reads and nothing after it understands yet. A check goes when its feature
 * comes.
 */
public class SupportChecks extends Checks {

  @Check
  void together(Spread spread) {
    if (spread.getKind() == SpreadKind.TOGETHER) {
      notYet(spread, "`together`");
    }
  }

  @Check
  void healthCheck(HealthCheck check) {
    if (check.getProtocol() != Protocol.TCP) {
      report(
          Code.NOT_YET_SUPPORTED,
          check,
          Literals.HEALTH_CHECK__PROTOCOL,
          "a health check over " + check.getProtocol() + " is not supported yet");
    }
  }

  @Check
  void guideline(Guideline guideline) {
    report(
        Code.NOT_YET_SUPPORTED, guideline, Literals.GUIDELINE__TEXT, "`rule` is not supported yet");
  }

  @Check
  void path(PathClaim claim) {
    notYet(claim, "`every path`");
  }

  @Check
  void failure(FailureClaim claim) {
    if (!(claim.eContainer() instanceof FailureClaim)) {
      notYet(claim, "an assertion about failures");
    }
  }

  @Check
  void usage(UsageClaim claim) {
    notYet(claim, "an assertion about " + claim.getResource());
  }

  @Check
  void restoration(Restoration restoration) {
    notYet(restoration, "`restore`");
  }

  @Check
  void migration(Migration migration) {
    notYet(migration, "`migrate`");
  }

  @Check
  void impairment(Impairment impairment) {
    notYet(impairment, "`link` in a scenario");
  }

  @Check
  void recovery(Expectation expectation) {
    if (expectation.getMetric() == Metric.RECOVERY) {
      notYet(expectation, "`expect recovery`");
    }
  }

  private void notYet(EObject element, String what) {
    report(Code.NOT_YET_SUPPORTED, element, what + " is not supported yet");
  }
}
