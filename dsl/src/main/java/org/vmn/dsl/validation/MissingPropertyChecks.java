package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Expectation;
import org.vmn.dsl.vmn.External;
import org.vmn.dsl.vmn.Image;
import org.vmn.dsl.vmn.ImageSource;
import org.vmn.dsl.vmn.Load;
import org.vmn.dsl.vmn.Metric;
import org.vmn.dsl.vmn.OnSegment;
import org.vmn.dsl.vmn.Ports;
import org.vmn.dsl.vmn.Router;
import org.vmn.dsl.vmn.Scenario;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Declarations that mean nothing without a certain property. */
public class MissingPropertyChecks extends Checks {
  private static final Set<Metric> OF_REQUESTS =
      Set.of(Metric.LATENCY, Metric.LOSS, Metric.THROUGHPUT, Metric.AVAILABILITY, Metric.RECOVERY);

  @Check
  void external(External external) {
    if (!has(external.getProperties(), OnSegment.class)) {
      missing(
          external,
          external.getName(),
          "is nowhere",
          "say which segment it is reached on, such as `on lan`");
    }
  }

  @Check
  void router(Router router) {
    if (!has(router.getProperties(), Ports.class)) {
      missing(
          router,
          router.getName(),
          "routes nothing",
          "name the segments that it joins, such as `ports front, back`");
    }
  }

  @Check
  void image(Image image) {
    if (!has(image.getProperties(), ImageSource.class)) {
      missing(
          image,
          image.getName(),
          "has no content",
          "say where it comes from, such as `source \"https://…\"`");
    }
  }

  @Check
  void scenario(Scenario scenario) {
    List<EObject> loaded =
        scenario.getStatements().stream()
            .filter(Load.class::isInstance)
            .map(s -> (EObject) ((Load) s).getTo())
            .toList();
    for (EObject statement : scenario.getStatements()) {
      if (statement instanceof Expectation e
          && OF_REQUESTS.contains(e.getMetric())
          && e.getSubject() != null
          && e.getSubject().getRef() instanceof Balancer balancer
          && !balancer.eIsProxy()
          && !loaded.contains(balancer)) {
        report(
            Code.MISSING_PROPERTY,
            e,
            Literals.EXPECTATION__SUBJECT,
            help(
                "nothing in this scenario loads " + quoted(balancer.getName()),
                "add a `load … -> " + balancer.getName() + " { 100 req/s }`"));
      }
    }
  }

  private void missing(EObject element, String name, String what, String way) {
    report(
        Code.MISSING_PROPERTY,
        element,
        Literals.NAMED__NAME,
        help(Nouns.of(element) + " " + quoted(name) + " " + what, way));
  }

  private static boolean has(List<? extends EObject> properties, Class<?> kind) {
    return properties.stream().anyMatch(kind::isInstance);
  }
}
