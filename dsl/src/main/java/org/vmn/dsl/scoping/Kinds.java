package org.vmn.dsl.scoping;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vmn.dsl.vmn.EndpointTerm;
import org.vmn.dsl.vmn.OpensCondition;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Service;
import org.vmn.dsl.vmn.ServiceTerm;
import org.vmn.dsl.vmn.Theorem;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Which kinds of declarations a reference may mean. The grammar says it of most; where a name of
 * several kinds may stand it can only say "anything with a name", and these tables say the rest.
 */
public final class Kinds {
  private static final List<EClass> ENDPOINTS =
      List.of(Literals.VM, Literals.SEGMENT, Literals.EXTERNAL, Literals.GROUP, Literals.BALANCER);
  private static final List<EClass> TRAFFIC = List.of(Literals.SERVICE, Literals.PROGRAM);
  private static final List<EClass> SERVERS = List.of(Literals.BALANCER, Literals.VM);
  private static final List<EClass> MACHINES = List.of(Literals.VM);
  private static final List<EClass> HOSTS = List.of(Literals.HOST);
  private static final List<EClass> PROGRAMS = List.of(Literals.PROGRAM);
  private static final List<EClass> WIRED = List.of(Literals.HOST, Literals.FABRIC_SWITCH);
  private static final List<EClass> FALLIBLE =
      List.of(Literals.HOST, Literals.VM, Literals.ROUTER, Literals.FABRIC_SWITCH);
  private static final List<EClass> WAYPOINTS =
      List.of(
          Literals.BALANCER,
          Literals.ROUTER,
          Literals.FIREWALL,
          Literals.CHAIN,
          Literals.VM,
          Literals.GROUP);

  private static final Map<EReference, List<EClass>> NARROW =
      Map.ofEntries(
          entry(Literals.NAMED_TERM__REF, ENDPOINTS),
          entry(Literals.SERVICE_TERM__REF, TRAFFIC),
          entry(Literals.BALANCER__PROGRAM, TRAFFIC),
          entry(Literals.CALL__TO, SERVERS),
          entry(Literals.CALL__PROGRAM, PROGRAMS),
          entry(Literals.LOAD__TO, List.of(Literals.BALANCER, Literals.VM, Literals.GROUP)),
          entry(Literals.LOAD__PROGRAM, PROGRAMS),
          entry(Literals.BURST__TO, SERVERS),
          entry(Literals.BURST__PROGRAM, PROGRAMS),
          entry(Literals.EXPECTATION__PROGRAM, PROGRAMS),
          entry(Literals.ROUTE__HOP, List.of(Literals.EXTERNAL, Literals.ROUTER, Literals.VM)),
          entry(Literals.FIREWALL__PLACE, List.of(Literals.ROUTER, Literals.EXTERNAL)));

  /** Where a target or the term of a set stands says what it may be. */
  private static final Map<EStructuralFeature, List<EClass>> BY_PLACE =
      Map.ofEntries(
          entry(Literals.FAILURE__ELEMENT, FALLIBLE),
          entry(Literals.RESTORATION__ELEMENT, FALLIBLE),
          entry(Literals.MIGRATION__TARGET, MACHINES),
          entry(Literals.MIGRATION__DESTINATION, HOSTS),
          entry(Literals.QUARANTINING__TARGET, MACHINES),
          entry(Literals.BACKUP__TARGET, MACHINES),
          entry(Literals.MAINTENANCE__TARGET, HOSTS),
          entry(Literals.IMPAIRMENT__A, WIRED),
          entry(Literals.IMPAIRMENT__B, WIRED),
          entry(Literals.LINK__A, WIRED),
          entry(Literals.LINK__B, WIRED),
          entry(Literals.WIRE_TERM__A, WIRED),
          entry(Literals.WIRE_TERM__B, WIRED),
          entry(Literals.VIRTUAL_SWITCH__PLACES, HOSTS),
          entry(Literals.FLOATING__TARGET, MACHINES),
          entry(Literals.DNAT__TARGET, MACHINES),
          entry(Literals.MIRROR__TARGET, MACHINES),
          entry(
              Literals.EXPECTATION__SUBJECT,
              List.of(Literals.BALANCER, Literals.VM, Literals.HOST)),
          entry(Literals.USAGE_CLAIM__TARGET, HOSTS),
          entry(Literals.CHAIN__STAGES, List.of(Literals.VM, Literals.GROUP)),
          entry(Literals.PATH_CLAIM__THROUGH, WAYPOINTS),
          entry(Literals.REACH_CLAIM__THROUGH, WAYPOINTS));

  private Kinds() {}

  /** The kinds that fit; the reference's own type where the grammar says it all. */
  public static List<EClass> of(EObject context, EReference reference) {
    if (context instanceof ServiceTerm && isDefinition(context.eContainer().eContainer())) {
      return List.of(Literals.SERVICE);
    }
    List<EClass> usual = NARROW.getOrDefault(reference, List.of(reference.getEReferenceType()));
    return reference.equals(Literals.TARGET__REF) || reference.equals(Literals.NAMED_TERM__REF)
        ? BY_PLACE.getOrDefault(place(context), usual)
        : usual;
  }

  private static EStructuralFeature place(EObject context) {
    EStructuralFeature own = context.eContainmentFeature();
    return context instanceof EndpointTerm && !BY_PLACE.containsKey(own)
        ? context.eContainer().eContainmentFeature()
        : own;
  }

  /**
   * The ports of services, programs and guidelines are those of services: in {@code runs dns on
   * dns} it is the service's.
   */
  private static boolean isDefinition(EObject element) {
    return element instanceof Service
        || element instanceof Program
        || element instanceof OpensCondition
        || element.eContainer() instanceof Theorem;
  }

  static boolean fits(EClass kind, List<EClass> kinds) {
    for (EClass fitting : kinds) {
      if (fitting.isSuperTypeOf(kind)) {
        return true;
      }
    }
    return false;
  }
}
