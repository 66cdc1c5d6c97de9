package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.vmn.Disk;
import org.vmn.dsl.vmn.File;
import org.vmn.dsl.vmn.Label;
import org.vmn.dsl.vmn.MachineProperty;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.User;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage;
import org.vmn.runtime.network.Origin;

/**
 * The properties of a machine, those of its templates included, outermost template first. A
 * property with a name (disk, user, program) replaces one of that name; of properties without, such
 * as {@code cpu}, the innermost counts.
 */
final class Shape {
  private final Context context;
  private final Map<Object, Entry> entries = new LinkedHashMap<>();

  private record Entry(MachineProperty property, @Nullable Origin within) {}

  Shape(Context context, Vm vm) {
    this.context = context;
    List<Template> chain = new ArrayList<>();
    Set<Template> seen = new HashSet<>();
    for (Template t = vm.getTemplate(); t != null && seen.add(t); t = t.getParent()) {
      chain.add(0, t);
    }
    Origin use =
        chain.isEmpty() ? null : context.origins().of(vm, VmnPackage.Literals.VM__TEMPLATE);
    chain.forEach(t -> t.getProperties().forEach(p -> add(p, use)));
    vm.getProperties().forEach(p -> add(p, null));
  }

  private void add(MachineProperty property, @Nullable Origin within) {
    Object key =
        switch (property) {
          case Disk disk -> "disk " + disk.getName();
          case User user -> "user " + user.getName();
          case Program program -> "program " + program.getName();
          case Label label -> "label " + label.getName();
          case File file -> "file " + file.getPath();
          default -> property;
        };
    entries.put(key, new Entry(property, within));
  }

  /** The properties of a kind, in order. */
  <T> List<T> all(Class<T> kind) {
    return entries.values().stream()
        .map(Entry::property)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** The innermost property of a kind, or null. */
  <T> @Nullable T last(Class<T> kind) {
    List<T> all = all(kind);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /**
   * Where a property stands and, when it comes from a template, which use of the template brought
   * it.
   */
  Origin origin(EObject property) {
    Origin at = context.origin(property);
    for (Entry entry : entries.values()) {
      if (entry.property().equals(property)) {
        return new Origin(
            at.file(), at.line(), at.column(), at.endLine(), at.endColumn(), entry.within());
      }
    }
    return at;
  }
}
