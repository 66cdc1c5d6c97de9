package org.vmn.dsl.ide.contentassist;

import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Which kinds of declarations make sense where the grammar takes any: it is generous so that
 * validation can say what is wrong, but a proposal must be right.
 */
final class Fitting {
  private static final Set<EClass> ENDPOINTS =
      Set.of(Literals.VM, Literals.SEGMENT, Literals.GROUP, Literals.EXTERNAL, Literals.BALANCER);
  private static final Set<EClass> TRAFFIC = Set.of(Literals.SERVICE, Literals.PROGRAM);

  private static final Fitting SERVER =
      new Fitting(Set.of(Literals.VM, Literals.BALANCER, Literals.PROGRAM));

  private static final Map<String, Fitting> BY_RULE =
      Map.of(
          "EndpointTerm", new Fitting(ENDPOINTS),
          "TrafficTerm", new Fitting(TRAFFIC),
          "Balancer", new Fitting(TRAFFIC),
          "Call", SERVER,
          "Burst", SERVER,
          "Expectation", SERVER,
          "Load",
              new Fitting(Set.of(Literals.VM, Literals.GROUP, Literals.BALANCER, Literals.PROGRAM)),
          "Route", new Fitting(Set.of(Literals.EXTERNAL, Literals.ROUTER, Literals.VM)),
          "Firewall", new Fitting(Set.of(Literals.ROUTER, Literals.EXTERNAL)),
          "Target",
              new Fitting(
                  Set.of(
                      Literals.HOST,
                      Literals.UPLINK,
                      Literals.FABRIC_SWITCH,
                      Literals.VM,
                      Literals.ROUTER,
                      Literals.BALANCER)));

  private static final Fitting ALL = new Fitting(Set.of());

  private final Set<EClass> kinds;

  private Fitting(Set<EClass> kinds) {
    this.kinds = kinds;
  }

  /** What fits where a rule of the grammar refers to something; elsewhere the scope has decided. */
  static Fitting of(String rule) {
    return BY_RULE.getOrDefault(rule, ALL);
  }

  boolean test(EClass kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }
}
