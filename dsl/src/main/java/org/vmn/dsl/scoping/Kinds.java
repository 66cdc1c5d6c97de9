package org.vmn.dsl.scoping;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.vmn.dsl.vmn.Migration;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Service;
import org.vmn.dsl.vmn.ServiceTerm;
import org.vmn.dsl.vmn.Target;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Which kinds of declarations a reference may mean. The grammar says it of most; where a name of
 * several kinds may stand it can only say "anything with a name", and this table says the rest.
 */
public final class Kinds {
  private static final List<EClass> ENDPOINTS =
      List.of(Literals.VM, Literals.SEGMENT, Literals.EXTERNAL, Literals.GROUP, Literals.BALANCER);
  private static final List<EClass> TRAFFIC = List.of(Literals.SERVICE, Literals.PROGRAM);

  private static final Map<EReference, List<EClass>> NARROW =
      Map.ofEntries(
          entry(Literals.NAMED_TERM__REF, ENDPOINTS),
          entry(Literals.SERVICE_TERM__REF, TRAFFIC),
          entry(Literals.BALANCER__PROGRAM, TRAFFIC),
          entry(Literals.LOAD__TO, List.of(Literals.BALANCER)),
          entry(Literals.EXPECTATION__SUBJECT, List.of(Literals.BALANCER)),
          entry(Literals.TARGET__REF, List.of(Literals.HOST, Literals.VM)));

  private Kinds() {}

  /** The kinds that fit; the reference's own type where the grammar says it all. */
  public static List<EClass> of(EObject context, EReference reference) {
    if (context instanceof ServiceTerm && isDefinition(context.eContainer().eContainer())) {
      return List.of(Literals.SERVICE);
    }
    if (context instanceof Target && context.eContainer() instanceof Migration migration) {
      return List.of(context.equals(migration.getTarget()) ? Literals.VM : Literals.HOST);
    }
    return NARROW.getOrDefault(reference, List.of(reference.getEReferenceType()));
  }

  /**
   * The ports of services and programs are those of services: in {@code runs dns on dns} it is the
   * service's.
   */
  private static boolean isDefinition(EObject element) {
    return element instanceof Service || element instanceof Program;
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
