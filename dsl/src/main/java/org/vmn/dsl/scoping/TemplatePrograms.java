package org.vmn.dsl.scoping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vmn.dsl.vmn.MachineProperty;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Program;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.VmnPackage;

/**
 * The programs that come with an imported template: a rule may name what its target runs, wherever
 * that was written.
 */
final class TemplatePrograms {
  private TemplatePrograms() {}

  /**
   * Programs by name, also of the templates of the same file that these are made of.
   *
   * @param declarations what one imported name means
   * @param file all names of the imported file
   */
  static Map<String, List<Named>> of(List<Named> declarations, Map<String, List<Named>> file) {
    Map<String, List<Named>> programs = new LinkedHashMap<>();
    Set<Named> seen = new HashSet<>();
    List<Named> open = new ArrayList<>(declarations);
    while (!open.isEmpty()) {
      if (open.remove(open.size() - 1) instanceof Template template && seen.add(template)) {
        for (MachineProperty property : template.getProperties()) {
          if (property instanceof Program program && program.getName() != null) {
            programs.computeIfAbsent(program.getName(), n -> new ArrayList<>(1)).add(program);
          }
        }
        open.addAll(file.getOrDefault(parent(template), List.of()));
      }
    }
    return programs;
  }

  /** As text: resolving the reference could ask for the scope that is being made. */
  private static String parent(Template template) {
    List<INode> nodes =
        NodeModelUtils.findNodesForFeature(template, VmnPackage.Literals.TEMPLATE__PARENT);
    return nodes.isEmpty() ? "" : NodeModelUtils.getTokenText(nodes.get(0));
  }
}
