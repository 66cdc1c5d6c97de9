package org.vmn.generator.guideline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Label;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Origin;

/** Labels of declarations, those of templates included; what the Network doesn't hold. */
final class Labels {
  private final Map<String, Map<String, String>> byName = new HashMap<>();
  private final Origin header;

  /**
   * @param files the root first
   */
  Labels(List<Model> files, Origins origins) {
    header =
        files.isEmpty() || files.get(0).getNetworks().isEmpty()
            ? Origin.NONE
            : origins.of(files.get(0).getNetworks().get(0));
    for (Model file : files) {
      for (EObject element : file.getElements()) {
        switch (element) {
          case Host host -> put(host.getName(), host.getProperties());
          case Vm vm -> {
            template(vm.getName(), vm.getTemplate(), new HashSet<>());
            put(vm.getName(), vm.getProperties());
          }
          default -> {}
        }
      }
    }
  }

  /** Where the network is declared. */
  Origin header() {
    return header;
  }

  Map<String, String> of(String declaration) {
    return byName.getOrDefault(declaration, Map.of());
  }

  private void template(String name, Template template, Set<Template> seen) {
    if (template != null && seen.add(template)) {
      template(name, template.getParent(), seen);
      put(name, template.getProperties());
    }
  }

  private void put(String name, List<? extends EObject> properties) {
    for (EObject property : properties) {
      if (property instanceof Label label) {
        byName
            .computeIfAbsent(name, n -> new HashMap<>())
            .put(label.getName(), Objects.requireNonNullElse(label.getValue(), ""));
      }
    }
  }
}
