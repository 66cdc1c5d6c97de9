package org.vmn.dsl.validation;

import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.Failure;
import org.vmn.dsl.vmn.FailureClaim;
import org.vmn.dsl.vmn.HealthCheck;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Load;
import org.vmn.dsl.vmn.Metric;
import org.vmn.dsl.vmn.Protocol;
import org.vmn.dsl.vmn.ReachClaim;
import org.vmn.dsl.vmn.Spread;
import org.vmn.dsl.vmn.SpreadKind;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * All that the grammar reads and nothing after it understands yet. A line goes when its feature
 * comes.
 */
public class SupportChecks extends Checks {
  private static final Set<EClass> NOT_YET =
      Set.of(
          Literals.BACKUP,
          Literals.BOND,
          Literals.BURST,
          Literals.CALL,
          Literals.CHAIN,
          Literals.CHECKSUM,
          Literals.CONCURRENCY,
          Literals.DEMAND,
          Literals.DHCP,
          Literals.DNAT,
          Literals.DNS,
          Literals.FABRIC,
          Literals.FILE,
          Literals.FIREWALL,
          Literals.FLOATING,
          Literals.HAIRPIN,
          Literals.HUGEPAGES,
          Literals.IMPAIRMENT,
          Literals.ISOLATED,
          Literals.ISOLATION_CLAIM,
          Literals.LABEL,
          Literals.LINK,
          Literals.LOAD_POINT,
          Literals.MAINTENANCE,
          Literals.MIGRATION,
          Literals.MIRROR,
          Literals.MONITOR,
          Literals.MTU_CLAIM,
          Literals.NUMA,
          Literals.ON_SWITCH,
          Literals.PACKAGE,
          Literals.PATH_CLAIM,
          Literals.PERIOD,
          Literals.PINNING,
          Literals.PRIORITY,
          Literals.PROTECT,
          Literals.QUARANTINE,
          Literals.QUARANTINING,
          Literals.QUEUE,
          Literals.REDUNDANCY_CLAIM,
          Literals.RESTORATION,
          Literals.SCALE,
          Literals.SCALE_TO,
          Literals.SOUNDNESS_CLAIM,
          Literals.THINK,
          Literals.TRUNK,
          Literals.USAGE_CLAIM,
          Literals.VIRTUAL_SWITCH,
          Literals.WARMUP);

  @Check
  void element(EObject element) {
    if (NOT_YET.contains(element.eClass())) {
      String text = NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(element));
      report(
          Code.NOT_YET_SUPPORTED,
          element,
          Messages.quoted(text.substring(0, end(text))) + " is not supported yet");
    }
  }

  private static int end(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text.length() : end;
  }

  @Check
  void together(Spread spread) {
    if (spread.getKind() == SpreadKind.TOGETHER) {
      report(Code.NOT_YET_SUPPORTED, spread, "`together` is not supported yet");
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
  void via(ReachClaim claim) {
    if (claim.getThrough() != null) {
      report(Code.NOT_YET_SUPPORTED, claim, "`via` is not supported yet");
    }
  }

  @Check
  void load(Load load) {
    if (!(load.getTo() instanceof Balancer)
        || !Amounts.hasUnitOf(load.getFirst(), Dimension.REQUESTS) && load.getLast() == null) {
      report(Code.NOT_YET_SUPPORTED, load, "a load of this kind is not supported yet");
    }
  }

  @Check
  void expectation(Expectation expectation) {
    if (!(expectation.getSubject() != null && expectation.getSubject().getRef() instanceof Balancer)
        || expectation.getMetric() != Metric.LATENCY
            && expectation.getMetric() != Metric.LOSS
            && expectation.getMetric() != Metric.THROUGHPUT) {
      report(Code.NOT_YET_SUPPORTED, expectation, "this expectation is not supported yet");
    }
  }

  @Check
  void fail(Failure failure) {
    if (!(failure.getElement() instanceof Target target)
        || target.getUplink() != null
        || !(target.getRef() instanceof Host) && !(target.getRef() instanceof Vm)) {
      report(Code.NOT_YET_SUPPORTED, failure, "a failure of this kind is not supported yet");
    }
  }

  @Check
  void failure(FailureClaim claim) {
    if (!(claim.eContainer() instanceof FailureClaim)) {
      report(Code.NOT_YET_SUPPORTED, claim, "an assertion about failures is not supported yet");
    }
  }
}
