package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.scoping.Kinds;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Burst;
import org.vmn.dsl.vmn.Call;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.External;
import org.vmn.dsl.vmn.Firewall;
import org.vmn.dsl.vmn.Load;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.OnSegment;
import org.vmn.dsl.vmn.Route;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.ServiceTerm;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** A name that means something, but nothing that can stand in its place. */
public class KindChecks extends Checks {

  @Check
  void endpoint(NamedTerm term) {
    check(term.getRef(), term, Literals.NAMED_TERM__REF);
  }

  @Check
  void traffic(ServiceTerm term) {
    check(term.getRef(), term, Literals.SERVICE_TERM__REF);
  }

  @Check
  void program(Balancer balancer) {
    check(balancer.getProgram(), balancer, Literals.BALANCER__PROGRAM);
  }

  @Check
  void load(Load load) {
    check(load.getTo(), load, Literals.LOAD__TO);
    check(load.getProgram(), load, Literals.LOAD__PROGRAM);
  }

  @Check
  void call(Call call) {
    check(call.getTo(), call, Literals.CALL__TO);
    check(call.getProgram(), call, Literals.CALL__PROGRAM);
  }

  @Check
  void burst(Burst burst) {
    check(burst.getTo(), burst, Literals.BURST__TO);
    check(burst.getProgram(), burst, Literals.BURST__PROGRAM);
  }

  @Check
  void firewall(Firewall firewall) {
    check(firewall.getPlace(), firewall, Literals.FIREWALL__PLACE);
  }

  @Check
  void hop(Route route) {
    check(route.getHop(), route, Literals.ROUTE__HOP);
  }

  @Check
  void expectation(Expectation expectation) {
    check(expectation.getProgram(), expectation, Literals.EXPECTATION__PROGRAM);
  }

  @Check
  void target(Target target) {
    check(target.getRef(), target, Literals.TARGET__REF);
  }

  private void check(@Nullable Named named, EObject at, EReference reference) {
    List<EClass> kinds = Kinds.of(at, reference);
    if (named == null || named.eIsProxy() || kinds.stream().anyMatch(k -> k.isInstance(named))) {
      return;
    }
    List<String> nouns = kinds.stream().map(k -> Messages.withArticle(Nouns.of(k))).toList();
    String fact =
        quoted(named.getName())
            + " is "
            + Messages.withArticle(Nouns.of(named))
            + "; expected "
            + Messages.anyOf(nouns);
    report(
        Code.WRONG_KIND,
        at,
        reference,
        at instanceof Route && named instanceof Segment segment
            ? Messages.help(fact, nextHop(segment, at))
            : fact,
        label(named, quoted(named.getName()) + " is declared here"));
  }

  /** What people mean who name the segment that a route leaves on. */
  private static String nextHop(Segment segment, EObject at) {
    Model model = EcoreUtil2.getContainerOfType(at, Model.class);
    return model.getElements().stream()
        .filter(External.class::isInstance)
        .map(External.class::cast)
        .filter(e ->
            e.getProperties().stream()
                .anyMatch(p -> p instanceof OnSegment on && segment.equals(on.getSegment())))
        .findFirst()
        .map(e -> "write `via " + e.getName() + "`: the external that is on it")
        .orElse("name what forwards there: the external, the router or the machine on it");
  }
}
