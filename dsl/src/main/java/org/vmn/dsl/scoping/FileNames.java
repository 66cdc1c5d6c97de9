package org.vmn.dsl.scoping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.vmn.dsl.vmn.Fabric;
import org.vmn.dsl.vmn.FabricSwitch;
import org.vmn.dsl.vmn.MachineProperty;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Service;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Vm;

/**
 * The names that a file declares, in its own order. Programs come after everything else but
 * services: where either may stand, what somebody runs is meant, and not the protocol.
 */
public final class FileNames {
  private FileNames() {}

  /** Declarations by name; of several with one name, all. */
  public static Map<String, List<Named>> of(Model model) {
    return of(elements(model));
  }

  /** The names that some declarations of a file's top level bring. */
  static Map<String, List<Named>> of(List<? extends EObject> declarations) {
    Map<String, List<Named>> names = new LinkedHashMap<>();
    List<EObject> elements = Bodies.flat(declarations);
    for (EObject element : elements) {
      if (element instanceof Named named && named.getName() != null) {
        names.computeIfAbsent(named.getName(), n -> new ArrayList<>(1)).add(named);
      }
      if (element instanceof Fabric fabric) {
        for (EObject property : Bodies.flat(fabric.getProperties())) {
          if (property instanceof FabricSwitch device && device.getName() != null) {
            names.computeIfAbsent(device.getName(), n -> new ArrayList<>(1)).add(device);
          }
        }
      }
    }
    for (EObject element : elements) {
      for (EObject property : Bodies.flat(properties(element))) {
        if (property instanceof Program program && program.getName() != null) {
          names.computeIfAbsent(program.getName(), n -> new ArrayList<>(1)).add(program);
        }
      }
    }
    names.values().forEach(all -> all.sort(Comparator.comparing(Service.class::isInstance)));
    return names;
  }

  /** An expanded file has more contents: templates that got their arguments. */
  private static List<EObject> elements(Model model) {
    List<EObject> elements = new ArrayList<>(model.getElements());
    Resource resource = model.eResource();
    if (resource != null) {
      for (EObject other : resource.getContents()) {
        if (other instanceof Model more && !more.equals(model)) {
          elements.addAll(more.getElements());
        }
      }
    }
    return elements;
  }

  private static List<MachineProperty> properties(EObject element) {
    return switch (element) {
      case Vm vm -> vm.getProperties();
      case Template template -> template.getProperties();
      default -> List.of();
    };
  }
}
