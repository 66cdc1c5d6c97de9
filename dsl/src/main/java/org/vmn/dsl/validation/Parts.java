package org.vmn.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.EndpointSet;
import org.vmn.dsl.vmn.EndpointTerm;
import org.vmn.dsl.vmn.Group;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Service;
import org.vmn.dsl.vmn.ServiceTerm;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.TrafficSet;
import org.vmn.dsl.vmn.TrafficTerm;

/**
 * What a declaration is made of: a template of its parent, a group of its members, a service of
 * services.
 */
final class Parts {
  private Parts() {}

  static List<EObject> of(EObject element) {
    List<EObject> parts = new ArrayList<>();
    switch (element) {
      case Template template -> add(template.getParent(), parts);
      case Group group -> endpoints(group.getMembers(), parts);
      case Balancer balancer -> endpoints(balancer.getTargets(), parts);
      case Service service -> services(service.getTraffic(), parts);
      case Program program -> services(program.getTraffic(), parts);
      default -> {}
    }
    return parts;
  }

  private static void endpoints(EndpointSet set, List<EObject> parts) {
    endpoints(set.getInclude(), parts);
    endpoints(set.getExclude(), parts);
  }

  private static void endpoints(List<EndpointTerm> terms, List<EObject> parts) {
    for (EndpointTerm term : terms) {
      if (term instanceof NamedTerm named) {
        add(named.getRef(), parts);
      }
    }
  }

  private static void services(@Nullable TrafficSet set, List<EObject> parts) {
    if (set != null) {
      for (TrafficTerm term : set.getTerms()) {
        if (term instanceof ServiceTerm service) {
          add(service.getRef(), parts);
        }
      }
    }
  }

  private static void add(@Nullable EObject part, List<EObject> parts) {
    if (part != null && !part.eIsProxy()) {
      parts.add(part);
    }
  }
}
