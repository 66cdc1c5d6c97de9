package org.vmn.dsl.scoping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.vmn.Element;
import org.vmn.dsl.vmn.Fabric;
import org.vmn.dsl.vmn.FabricProperty;
import org.vmn.dsl.vmn.FabricSwitch;
import org.vmn.dsl.vmn.MachineProperty;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Vm;

/**
 * The names that a file declares, in its own order. Programs come after everything else: a service
 * of the same name wins.
 */
public final class FileNames {
  private FileNames() {}

  /** Declarations by name; of several with one name, all. */
  public static Map<String, List<Named>> of(Model model) {
    Map<String, List<Named>> names = new LinkedHashMap<>();
    for (Element element : model.getElements()) {
      if (element instanceof Named named && named.getName() != null) {
        names.computeIfAbsent(named.getName(), n -> new ArrayList<>(1)).add(named);
      }
      if (element instanceof Fabric fabric) {
        for (FabricProperty property : fabric.getProperties()) {
          if (property instanceof FabricSwitch device && device.getName() != null) {
            names.computeIfAbsent(device.getName(), n -> new ArrayList<>(1)).add(device);
          }
        }
      }
    }
    for (Element element : model.getElements()) {
      for (MachineProperty property : properties(element)) {
        if (property instanceof Program program && program.getName() != null) {
          names.computeIfAbsent(program.getName(), n -> new ArrayList<>(1)).add(program);
        }
      }
    }
    return names;
  }

  private static List<MachineProperty> properties(EObject element) {
    return switch (element) {
      case Vm vm -> vm.getProperties();
      case Template template -> template.getProperties();
      default -> List.of();
    };
  }
}
