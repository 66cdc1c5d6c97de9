package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.scoping.Kinds;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.Metric;
import org.vmn.dsl.vmn.Resource;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.UsageClaim;
import org.vmn.dsl.vmn.UsageScope;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Which figures there are of what. */
public class FigureChecks extends Checks {
  private static final List<EClass> SERVERS = List.of(Literals.BALANCER, Literals.VM);

  @Check
  void expectation(Expectation expectation) {
    Metric metric = expectation.getMetric();
    if (expectation.getWire() != null) {
      if (metric != Metric.UTILISATION) {
        report(
            Code.WRONG_KIND,
            expectation,
            Literals.EXPECTATION__WIRE,
            "of a link there is `utilisation`, and no `" + metric + "`");
      }
      return;
    }
    Target subject = expectation.getSubject();
    if (subject == null || subject.getRef() == null || subject.getRef().eIsProxy()) {
      return;
    }
    whole(subject);
    boolean figure =
        switch (metric) {
          case UTILISATION -> !Literals.BALANCER.isInstance(subject.getRef());
          case RPO, RTO -> Literals.VM.isInstance(subject.getRef());
          default -> SERVERS.stream().anyMatch(k -> k.isInstance(subject.getRef()));
        };
    if (!figure && Kinds.of(subject, Literals.TARGET__REF).contains(subject.getRef().eClass())) {
      report(
          Code.WRONG_KIND,
          subject,
          Literals.TARGET__REF,
          "%s has no `%s`".formatted(Messages.withArticle(Nouns.of(subject.getRef())), metric));
    }
  }

  @Check
  void usage(UsageClaim claim) {
    boolean link = claim.getTarget() == null && claim.getOn() == UsageScope.LINK;
    if (link != (claim.getResource() == Resource.BANDWIDTH)) {
      report(
          Code.WRONG_KIND,
          claim,
          Literals.USAGE_CLAIM__RESOURCE,
          "`bandwidth` is used on links, and `cpu`, `memory` and `storage` on hosts and in zones");
    }
    if (claim.getZone() != null && claim.getOn() != UsageScope.ZONE) {
      report(Code.WRONG_KIND, claim, Literals.USAGE_CLAIM__ZONE, "only zones are named by a text");
    }
    if (claim.getTarget() != null) {
      whole(claim.getTarget());
    }
  }

  /** Figures are of all replicas; but a wire is one. */
  private void whole(Target target) {
    if (target.getPick() != null
        && target.getUplink() == null
        && target.getRef() != null
        && target.getRef().getName() != null) {
      report(
          Code.WRONG_KIND,
          target.getPick(),
          help(
              "figures are those of all replicas of " + quoted(target.getRef().getName()),
              "leave the number out"));
    }
  }
}
