package org.vmn.dsl.ide.inlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vmn.dsl.vmn.Mtu;
import org.vmn.dsl.vmn.Nic;
import org.vmn.dsl.vmn.NicAddress;
import org.vmn.dsl.vmn.Ports;
import org.vmn.dsl.vmn.Router;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.SubnetTerm;
import org.vmn.dsl.vmn.Subnets;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;
import org.vmn.dsl.vmn.Vni;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.value.IpRange;

/**
 * The values that a declaration leaves to the compiler, each behind the word that stands for it.
 * What the text says itself is not said again.
 */
final class ComputedHints {
  private static final int MOST_RANGES = 2;

  /** Of text behind an offset in the file. */
  record Hint(int offset, String text) {}

  private final List<Hint> hints = new ArrayList<>();

  private ComputedHints() {}

  static List<Hint> of(EObject declaration, Network network) {
    ComputedHints computed = new ComputedHints();
    switch (declaration) {
      case Vm vm ->
          find(network.machines(), Machine::name, vm.getName())
              .ifPresent(machine -> computed.machine(vm, machine));
      case Segment segment ->
          find(network.segments(), org.vmn.runtime.network.Segment::name, segment.getName())
              .ifPresent(known -> computed.segment(segment, known));
      case Router router ->
          find(network.routers(), org.vmn.runtime.network.Router::name, router.getName())
              .ifPresent(known -> computed.router(router, known));
      default -> {}
    }
    return computed.hints;
  }

  private void machine(Vm vm, Machine machine) {
    for (Nic nic : EcoreUtil2.getAllContentsOfType(vm, Nic.class)) {
      if (nic.getSegment() == null || has(nic.getProperties(), NicAddress.class)) {
        continue;
      }
      List<org.vmn.runtime.network.Nic> known =
          machine.nics().stream()
              .filter(n -> n.segment().equals(nic.getSegment().getName()))
              .toList();
      // Of several in one segment the text doesn't say which is which.
      if (known.size() == 1) {
        behind(
            nic,
            Literals.NIC__SEGMENT,
            0,
            known.get(0).addresses().stream()
                .map(ComputedHints::text)
                .collect(Collectors.joining(", ")));
      }
    }
  }

  private void segment(Segment segment, org.vmn.runtime.network.Segment known) {
    if (known.transport() instanceof org.vmn.runtime.network.Segment.Tunnel tunnel) {
      List<String> values = new ArrayList<>();
      if (!has(segment.getProperties(), Vni.class)) {
        values.add("VNI " + tunnel.vni());
      }
      if (!has(segment.getProperties(), Mtu.class)) {
        values.add("MTU " + known.mtu());
      }
      behind(segment, Literals.SEGMENT__OVERLAY, 0, String.join(", ", values));
    }
    List<SubnetTerm> terms =
        segment.getProperties().stream()
            .filter(Subnets.class::isInstance)
            .flatMap(s -> ((Subnets) s).getTerms().stream())
            .toList();
    if (terms.size() == known.subnets().size()) {
      for (int i = 0; i < terms.size(); i++) {
        if (terms.get(i).getPool() != null) {
          hints.add(new Hint(end(terms.get(i)), known.subnets().get(i).toString()));
        }
      }
    }
  }

  private void router(Router router, org.vmn.runtime.network.Router known) {
    for (Ports ports : EcoreUtil2.getAllContentsOfType(router, Ports.class)) {
      for (int i = 0; i < ports.getSegments().size(); i++) {
        String name = ports.getSegments().get(i).getName();
        Optional<org.vmn.runtime.network.Router.Port> port =
            find(known.ports(), org.vmn.runtime.network.Router.Port::segment, name);
        if (port.isPresent()) {
          String addresses =
              port.get().addresses().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(", "));
          behind(ports, Literals.PORTS__SEGMENTS, i, addresses);
        }
      }
    }
  }

  /** Behind the text of the feature's value of such an index. */
  private void behind(EObject element, EStructuralFeature feature, int index, String text) {
    List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
    if (index < nodes.size() && !text.isEmpty()) {
      hints.add(new Hint(nodes.get(index).getEndOffset(), text));
    }
  }

  private static int end(EObject element) {
    return NodeModelUtils.findActualNodeFor(element).getEndOffset();
  }

  private static String text(Addresses addresses) {
    List<IpRange> ranges = addresses.ranges();
    String shown =
        ranges.stream()
            .limit(MOST_RANGES)
            .map(
                r -> r.first().equals(r.last()) ? r.first().toString() : r.first() + "–" + r.last())
            .collect(Collectors.joining(", "));
    return ranges.size() > MOST_RANGES ? shown + ", …" : shown;
  }

  private static boolean has(Collection<? extends EObject> properties, Class<?> kind) {
    return properties.stream().anyMatch(kind::isInstance);
  }

  private static <T> Optional<T> find(List<T> all, Function<T, String> nameOf, String name) {
    return all.stream().filter(e -> nameOf.apply(e).equals(name)).findFirst();
  }
}
