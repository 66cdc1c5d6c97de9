package org.vmn.generator.compile;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.vmn.Count;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Sets how many replicas a machine or a host has, as {@code web.count=8}, in the text: what-ifs
 * about counts need no variable in the source.
 */
final class Counts {
  private static final String PROPERTY = ".count";

  /** Where to write the count of each machine and host: from the first offset to the second. */
  private final Map<String, int[]> places = new LinkedHashMap<>();

  private final Set<String> imports = new HashSet<>();

  private Counts(Model model) {
    model.getImports().forEach(i -> imports.add(Imports.path(i)));
    for (EObject element : model.getElements()) {
      if (element instanceof Vm vm) {
        place(vm, vm.getCount());
      } else if (element instanceof Host host) {
        place(host, host.getCount());
      }
    }
  }

  private void place(Named named, Count count) {
    INode written = count == null ? null : NodeModelUtils.findActualNodeFor(count);
    List<INode> name = NodeModelUtils.findNodesForFeature(named, Literals.NAMED__NAME);
    if (written != null) {
      places.put(named.getName(), new int[] {written.getOffset(), written.getEndOffset()});
    } else if (!name.isEmpty()) {
      int end = name.get(0).getEndOffset();
      places.put(named.getName(), new int[] {end, end});
    }
  }

  /** Those of the values that speak of counts, and not of variables. */
  static Set<String> named(Map<String, String> values) {
    Set<String> names = new LinkedHashSet<>(values.keySet());
    names.removeIf(n -> !n.endsWith(PROPERTY) || n.indexOf('.') < n.length() - PROPERTY.length());
    return names;
  }

  /**
   * The source with its counts set, which leaves the variables.
   *
   * @param model of the source, as it is written
   */
  static Source set(Source source, Model model) throws SourceException {
    Counts counts = new Counts(model);
    Map<String, String> variables = new LinkedHashMap<>(source.variables());
    TreeMap<Integer, int[]> ranges = new TreeMap<>();
    Map<Integer, String> texts = new LinkedHashMap<>();
    for (String name : named(source.variables())) {
      if (counts.isVariable(name)) {
        continue;
      }
      int[] range = counts.range(name);
      String value = String.valueOf(variables.remove(name)).strip();
      if (!value.matches("[1-9][0-9]{0,6}")) {
        throw new SourceException(
            "`" + name + "` is how many there are: a number from 1, not `" + value + "`");
      }
      ranges.put(range[0], range);
      texts.put(range[0], "[" + value + "]");
    }
    StringBuilder text = new StringBuilder(new String(source.bytes(), StandardCharsets.UTF_8));
    for (int[] range : ranges.descendingMap().values()) {
      text.replace(range[0], range[1], String.valueOf(texts.get(range[0])));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return new Source(source.path(), bytes, variables);
  }

  /** Whether it is a variable {@code count} of an imported file. */
  private boolean isVariable(String name) {
    String of = name.substring(0, name.length() - PROPERTY.length());
    return !places.containsKey(of) && imports.contains(of);
  }

  private int[] range(String name) throws SourceException {
    String of = name.substring(0, name.length() - PROPERTY.length());
    int[] range = places.get(of);
    if (range == null) {
      String near =
          Suggestions.nearest(of, places.keySet())
              .map(n -> "; did you mean `" + n + PROPERTY + "`?")
              .orElse("");
      throw new SourceException("there is no vm or host `" + of + "`" + near);
    }
    return range;
  }
}
