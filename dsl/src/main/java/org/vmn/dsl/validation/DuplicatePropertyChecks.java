package org.vmn.dsl.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Fix.Edit;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.vmn.ImpairmentSetting;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.ScaleSetting;
import org.vmn.dsl.vmn.Spread;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Properties that have one value are said once in a block; lists may be said in several parts. */
public class DuplicatePropertyChecks extends Checks {
  private static final Set<EClass> SINGLE =
      Set.of(
          Literals.ALGORITHM,
          Literals.BOND,
          Literals.CHECKSUM,
          Literals.CONCURRENCY,
          Literals.CPU,
          Literals.DEMAND,
          Literals.DHCP,
          Literals.DNS,
          Literals.DOMAIN,
          Literals.FAIL_MODE,
          Literals.FIREWALL_DEFAULT,
          Literals.HAIRPIN,
          Literals.HARDWARE_ADDRESS,
          Literals.HEALTH_CHECK,
          Literals.HUGEPAGES,
          Literals.IMAGE_FORMAT,
          Literals.IMAGE_SOURCE,
          Literals.ISOLATED,
          Literals.LATENCY,
          Literals.LEASE,
          Literals.LENGTH,
          Literals.LOSS,
          Literals.MEMORY,
          Literals.MIRROR,
          Literals.MTU,
          Literals.NATIVE_VLAN,
          Literals.NETWORK_HEADER,
          Literals.NUMA,
          Literals.ON_HOSTS,
          Literals.ON_SEGMENT,
          Literals.ON_SWITCH,
          Literals.ON_UPLINKS,
          Literals.PERIOD,
          Literals.PINNING,
          Literals.POLICY_DEFAULT,
          Literals.PRIORITY,
          Literals.PROTECT,
          Literals.QUARANTINE,
          Literals.QUEUE,
          Literals.RATE,
          Literals.REQUEST_SIZE,
          Literals.RESPONSE_SIZE,
          Literals.RETRIES,
          Literals.RPO,
          Literals.RTO,
          Literals.SCALE,
          Literals.SPEED,
          Literals.SPOOF,
          Literals.SPREAD,
          Literals.STORAGE,
          Literals.THINK,
          Literals.TIMEOUT,
          Literals.TIMES,
          Literals.UNDERLAY_ADDRESS,
          Literals.VLAN,
          Literals.VNI,
          Literals.WARMUP,
          Literals.ZONE);

  @Check
  void file(Model model) {
    once(model.getNetworks(), "a file");
    once(model.getElements(), "a file");
  }

  /** Of whatever has a block. */
  @Check
  void block(EObject element) {
    for (String block : List.of("properties", "statements")) {
      EStructuralFeature feature = element.eClass().getEStructuralFeature(block);
      if (feature != null && element.eGet(feature) instanceof List<?> all && all.size() > 1) {
        once(
            all.stream().map(EObject.class::cast).toList(),
            Messages.withArticle(Nouns.of(element)));
      }
    }
  }

  private void once(List<? extends EObject> properties, String owner) {
    Map<Object, EObject> seen = new HashMap<>();
    for (EObject property : properties) {
      EObject first = single(property) ? seen.putIfAbsent(kind(property), property) : null;
      if (first != null) {
        INode node = NodeModelUtils.findActualNodeFor(first);
        String text = Messages.quoted(NodeModelUtils.getTokenText(node));
        report(
            Code.DUPLICATE_PROPERTY,
            property,
            Messages.help(
                text + " is already said, in line " + node.getStartLine(),
                first instanceof Spread
                    ? "keep one of them: `spread`, `apart` and `together` exclude each other"
                    : "remove one of them: " + owner + " has one"),
            label(first, "said here first"),
            fix(removal(first, property)));
      }
    }
  }

  /** Certain where both say the same. */
  private static Fix removal(EObject first, EObject second) {
    boolean same = text(first).equals(text(second));
    Edit edit = new Edit(PLACES.whole(second), "");
    return new Fix("remove this one", same, List.of(edit));
  }

  private static String text(EObject property) {
    return NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(property));
  }

  private static boolean single(EObject property) {
    return property instanceof ImpairmentSetting
        || property instanceof ScaleSetting
        || SINGLE.contains(property.eClass());
  }

  private static Object kind(EObject property) {
    return switch (property) {
      case ImpairmentSetting impairment -> impairment.getKind();
      case ScaleSetting scale -> scale.getKind();
      default -> property.eClass();
    };
  }
}
