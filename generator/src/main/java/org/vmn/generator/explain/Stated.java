package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.MachineProperty;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.NetworkHeader;
import org.vmn.dsl.vmn.Nic;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.Subnets;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Vm;

/** What the sources say themselves; everything else in the network is a default or was computed. */
final class Stated {
  /** Ends a value that no source says. */
  static final String MARK = " *";

  private static final String PROPERTIES = "properties";

  private final @Nullable Model root;
  private final Map<String, Set<String>> properties = new HashMap<>();

  /**
   * @param root null when the sources are not at hand: then nothing is marked
   */
  Stated(@Nullable Model root) {
    this.root = root;
    Resource resource = root == null ? null : root.eResource();
    ResourceSet files = resource == null ? null : resource.getResourceSet();
    if (files != null) {
      for (Resource file : files.getResources()) {
        file.getContents().stream()
            .filter(Model.class::isInstance)
            .map(Model.class::cast)
            .forEach(m -> m.getElements().forEach(this::declaration));
      }
    }
  }

  boolean isKnown() {
    return root != null;
  }

  boolean seed() {
    return root == null
        || root.getNetworks().stream().map(NetworkHeader::getSeed).anyMatch(seed -> seed != null);
  }

  /**
   * A value, marked unless the source says it.
   *
   * @param declaration its kind and name: {@code Segment front}, {@code Uplink kvm.eno1}, {@code
   *     Nic web.1}
   * @param property a kind of property or the name of a feature
   */
  String mark(Object value, String declaration, String property) {
    return mark(value, says(declaration, property));
  }

  String mark(Object value, boolean stated) {
    String text = value.toString();
    return stated || text.isEmpty() ? text : text + MARK;
  }

  boolean says(String declaration, String property) {
    return root == null || properties.getOrDefault(declaration, Set.of()).contains(property);
  }

  private void declaration(EObject element) {
    switch (element) {
      case Vm vm -> machine(vm);
      case Segment segment -> {
        put("Segment", segment.getName(), segment);
        segment.getProperties().stream()
            .filter(Subnets.class::isInstance)
            .flatMap(s -> ((Subnets) s).getTerms().stream())
            .filter(t -> t.getPrefix() != null)
            .forEach(t -> say("Segment " + segment.getName(), t.getPrefix()));
      }
      default -> put(element.eClass().getName(), name(element), element);
    }
  }

  private void machine(Vm vm) {
    List<MachineProperty> all = new ArrayList<>();
    Set<Template> seen = new HashSet<>();
    for (Template t = vm.getTemplate(); t != null && seen.add(t); t = t.getParent()) {
      all.addAll(0, t.getProperties());
    }
    all.addAll(vm.getProperties());
    int nics = 0;
    for (MachineProperty property : all) {
      say("Vm " + vm.getName(), property.eClass().getName());
      if (property instanceof Nic) {
        put("Nic", vm.getName() + "." + ++nics, property);
      } else {
        put(property.eClass().getName(), vm.getName() + "." + name(property), property);
      }
    }
  }

  private void put(String kind, String name, EObject element) {
    String key = kind + " " + name;
    for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
      if (element.eIsSet(feature)) {
        say(key, feature.getName());
      }
    }
    EStructuralFeature own = element.eClass().getEStructuralFeature(PROPERTIES);
    if (own != null && element.eGet(own) instanceof List<?> all) {
      for (Object property : all) {
        if (property instanceof EObject object) {
          say(key, object.eClass().getName());
          put(object.eClass().getName(), name + "." + name(object), object);
        }
      }
    }
  }

  private void say(String declaration, String property) {
    properties.computeIfAbsent(declaration, d -> new HashSet<>()).add(property);
  }

  private static String name(EObject element) {
    EStructuralFeature feature = element.eClass().getEStructuralFeature("name");
    Object name = feature == null ? null : element.eGet(feature);
    return name == null ? "" : name.toString();
  }
}
