package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Variable;
import org.vmn.dsl.vmn.Vm;

/**
 * Which file's variable a value from outside is for: the root's, else the one imported file's that
 * has it; {@code lab.tiers.count} is that of the file imported as {@code lab.tiers}.
 */
final class Given {
  private final Expansion expansion;
  private final Model root;
  private final Map<Model, Set<String>> variables = new LinkedHashMap<>();
  private final Map<String, Model> paths = new LinkedHashMap<>();
  private final Map<Model, Map<String, String>> values = new HashMap<>();

  private Given(Expansion expansion, Model root, Set<Model> files) {
    this.expansion = expansion;
    this.root = root;
    for (Model file : files) {
      if (!Library.contains(file.eResource().getURI())) {
        Set<String> names = variables.computeIfAbsent(file, f -> new LinkedHashSet<>());
        file.getElements().stream()
            .filter(e -> e instanceof Variable v && v.getName() != null)
            .forEach(v -> names.add(((Variable) v).getName()));
        file.getImports().stream().filter(i -> !Imports.isLibrary(i)).forEach(this::imported);
      }
    }
  }

  private void imported(Import declaration) {
    Model file = Imports.load(declaration);
    if (file != null) {
      paths.putIfAbsent(Imports.path(declaration), file);
    }
  }

  /**
   * @param settings values by names of variables
   * @return by file, those for its own variables; what is for nobody is reported
   */
  static Map<Model, Map<String, String>> of(
      Expansion expansion, Model root, Set<Model> files, Map<String, String> settings) {
    if (settings.isEmpty()) {
      return Map.of();
    }
    Given given = new Given(expansion, root, files);
    settings.forEach(given::give);
    return given.values;
  }

  private void give(String key, String value) {
    int dot = key.lastIndexOf('.');
    if (dot < 0) {
      plain(key, value);
      return;
    }
    Model file = paths.get(key.substring(0, dot));
    String name = key.substring(dot + 1);
    if (file == null) {
      unknown(
          quoted(key) + " can't be set: no file is imported as " + quoted(key.substring(0, dot)),
          key.substring(0, dot),
          paths.keySet(),
          "files are imported as ");
    } else {
      put(file, name, value, variables.getOrDefault(file, Set.of()));
    }
  }

  private void plain(String name, String value) {
    List<Model> having = new ArrayList<>();
    variables.forEach((file, names) -> {
      if (names.contains(name)) {
        having.add(file);
      }
    });
    if (having.contains(root) || having.size() == 1) {
      put(having.contains(root) ? root : having.get(0), name, value, Set.of(name));
    } else if (having.isEmpty()) {
      Set<String> all = new LinkedHashSet<>();
      variables.values().forEach(all::addAll);
      put(root, name, value, all);
    } else {
      List<String> ways =
          paths.entrySet().stream()
              .filter(e -> having.contains(e.getValue()))
              .map(e -> quoted("--set " + e.getKey() + "." + name + "=…"))
              .toList();
      expansion.report(
          Code.UNKNOWN_NAME,
          root,
          0,
          0,
          help(
              "several imported files have a variable " + quoted(name) + " to set",
              "say which one: " + String.join(" or ", ways)));
    }
  }

  private void put(Model file, String name, String value, Set<String> known) {
    if (variables.getOrDefault(file, Set.of()).contains(name)) {
      values.computeIfAbsent(file, f -> new LinkedHashMap<>()).put(name, value);
    } else {
      String message = "there is no variable " + quoted(name) + " to set";
      if (file.equals(root) && isCounted(name)) {
        String count = quoted(name + ".count=3");
        expansion.report(
            Code.UNKNOWN_NAME, root, 0, 0, help(message, count + " sets how many there are"));
      } else {
        unknown(message, name, known, "variables are ");
      }
    }
  }

  private boolean isCounted(String name) {
    return root.getElements().stream()
        .anyMatch(
            e -> (e instanceof Vm || e instanceof Host) && name.equals(((Named) e).getName()));
  }

  private void unknown(String message, String wrong, Set<String> known, String list) {
    expansion.report(
        Code.UNKNOWN_NAME,
        root,
        0,
        0,
        Suggestions.nearest(wrong, known)
            .map(n -> message + "; did you mean `" + n + "`?")
            .orElseGet(() ->
                help(
                    message,
                    known.isEmpty() ? "it has no variables" : list + String.join(", ", known))));
  }
}
