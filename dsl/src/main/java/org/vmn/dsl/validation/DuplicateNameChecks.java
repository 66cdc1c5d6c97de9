package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.vmn.Disk;
import org.vmn.dsl.vmn.Fabric;
import org.vmn.dsl.vmn.FabricSwitch;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Uplink;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * A name is given once: at a file's top level whatever the kind of declaration, and within one
 * machine or host among things of one kind.
 */
public class DuplicateNameChecks extends Checks {

  @Check
  void topLevel(Model model) {
    Map<Object, EObject> seen = new HashMap<>();
    for (EObject element : model.getElements()) {
      if (element instanceof Named named) {
        check(named.getName(), named.getName(), named, Literals.NAMED__NAME, seen);
      }
      if (element instanceof Fabric fabric) {
        for (EObject property : fabric.getProperties()) {
          if (property instanceof FabricSwitch device) {
            check(device.getName(), device.getName(), device, Literals.NAMED__NAME, seen);
          }
        }
      }
    }
  }

  @Check
  void host(Host host) {
    within(host.getProperties());
  }

  @Check
  void vm(Vm vm) {
    within(vm.getProperties());
  }

  @Check
  void template(Template template) {
    within(template.getProperties());
  }

  private record Key(Object kind, String name) {}

  private void within(List<? extends EObject> properties) {
    Map<Object, EObject> seen = new HashMap<>();
    for (EObject property : properties) {
      switch (property) {
        case Disk disk -> part(disk.getName(), disk, Literals.DISK__NAME, seen);
        case User user -> part(user.getName(), user, Literals.USER__NAME, seen);
        case Program program -> part(program.getName(), program, Literals.NAMED__NAME, seen);
        case Uplink uplink -> part(uplink.getName(), uplink, Literals.NAMED__NAME, seen);
        default -> {}
      }
    }
  }

  private void part(
      String name, EObject part, EStructuralFeature feature, Map<Object, EObject> seen) {
    check(new Key(part.eClass(), name), name, part, feature, seen);
  }

  private void check(
      Object key,
      String name,
      EObject element,
      EStructuralFeature feature,
      Map<Object, EObject> seen) {
    EObject first = seen.putIfAbsent(key, element);
    if (first != null) {
      int line = NodeModelUtils.findActualNodeFor(first).getStartLine();
      report(
          Code.DUPLICATE_NAME,
          element,
          feature,
          Messages.help(
              quoted(name)
                  + " is already the name of "
                  + Messages.withArticle(Nouns.of(first))
                  + ", in line "
                  + line,
              "rename one of them"),
          label(first, "first declared here"));
    }
  }
}
