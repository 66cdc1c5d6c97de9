package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.imports.Provenance;
import org.vmn.dsl.vmn.Argument;
import org.vmn.dsl.vmn.Arguments;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnFactory;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Templates with parameters: a copy for each set of arguments. What is given the same arguments
 * shares its copy.
 */
final class Instances {
  private static final int DEEPEST = 100;

  private final Expansion expansion;
  private final Copier copier;
  private final Map<Key, Template> made = new LinkedHashMap<>();
  private final Map<Template, Model> users = new HashMap<>();
  private final Set<Template> checked = new HashSet<>();

  private record Key(Template template, Map<String, Value> arguments) {}

  Instances(Expansion expansion, Copier copier) {
    this.expansion = expansion;
    this.copier = copier;
  }

  /** Gives the copy of a machine or template its own copy of a template with parameters. */
  void use(EObject original, EObject copy, Frame frame) {
    EReference reference =
        original instanceof Vm ? Literals.VM__TEMPLATE : Literals.TEMPLATE__PARENT;
    Object named = original.eGet(reference);
    List<Argument> arguments = ((Arguments) original).getArguments();
    if (!(named instanceof Template template) || template.eIsProxy()) {
      return;
    }
    if (template.getParameters().isEmpty() && arguments.isEmpty()) {
      return;
    }
    expansion.guard(
        original,
        frame,
        () -> {
          copy.eSet(reference, instance(original, reference, template, arguments, frame));
          return copy;
        });
  }

  private Template instance(
      EObject user,
      EReference reference,
      Template template,
      List<Argument> arguments,
      Frame frame) {
    if (chain(template) > DEEPEST) {
      throw expansion.wrong(
          Code.CYCLE,
          user,
          reference,
          help(
              "template " + quoted(template.getName()) + " is made of itself",
              "take it out of what it is made of"));
    }
    check(template);
    FileValues file = expansion.valuesOf((Model) EcoreUtil.getRootContainer(template));
    Map<String, Value> values = values(user, reference, template, arguments, frame, file);
    Key key = new Key(template, values);
    Template known = made.get(key);
    if (known != null) {
      return known;
    }
    Provenance provenance = new Provenance(user, reference, written(values), frame.within());
    Template copy = copier.template(template, new Frame(values, null, file, provenance));
    copy.eAdapters().add(provenance);
    made.put(key, copy);
    users.put(copy, frame.file().model());
    return copy;
  }

  /** As the arguments of a use: {@code size = 4 GiB, name = a}. */
  static String written(Map<String, Value> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + " = " + e.getValue().text())
        .collect(Collectors.joining(", "));
  }

  boolean isEmpty() {
    return made.isEmpty();
  }

  /** A copy that nobody uses. */
  void sample(Template template, Frame frame) {
    Key key = new Key(template, frame.values());
    if (!made.containsKey(key)) {
      Template copy = copier.template(template, frame);
      Provenance within = frame.within();
      if (within != null) {
        copy.eAdapters().add(within);
      }
      made.put(key, copy);
      users.put(copy, frame.file().model());
    }
  }

  private Map<String, Value> values(
      EObject user,
      EReference reference,
      Template template,
      List<Argument> arguments,
      Frame frame,
      FileValues file) {
    Map<String, Argument> given = new LinkedHashMap<>();
    for (Argument argument : arguments) {
      if (given.put(argument.getName(), argument) != null) {
        throw expansion.wrong(
            Code.DUPLICATE_PROPERTY,
            argument,
            Literals.ARGUMENT__NAME,
            help(quoted(argument.getName()) + " is given twice", "remove one of them"));
      }
      known(argument, template);
    }
    Map<String, Value> values = new LinkedHashMap<>();
    for (Parameter parameter : template.getParameters()) {
      Argument argument = given.get(parameter.getName());
      if (argument != null) {
        values.put(
            parameter.getName(),
            expansion.typed(argument, Literals.ARGUMENT__VALUE, parameter.getType(), frame));
      } else if (parameter.getValue() != null) {
        Frame inner = new Frame(Map.copyOf(values), null, file, frame.within());
        values.put(
            parameter.getName(),
            expansion.typed(parameter, Literals.PARAMETER__VALUE, parameter.getType(), inner));
      } else {
        String type = parameter.getType() == null ? "" : ", " + Types.example(parameter.getType());
        throw expansion.wrong(
            Code.NO_VALUE,
            user,
            reference,
            help(
                "template "
                    + quoted(template.getName())
                    + " needs "
                    + quoted(parameter.getName())
                    + type,
                "write `" + template.getName() + "(" + parameter.getName() + " = …)`"));
      }
    }
    return values;
  }

  private void known(Argument argument, Template template) {
    List<String> names = template.getParameters().stream().map(Parameter::getName).toList();
    if (!names.contains(argument.getName())) {
      Optional<String> nearest = Suggestions.nearest(argument.getName(), names);
      String message =
          "template "
              + quoted(template.getName())
              + " has no parameter "
              + quoted(argument.getName());
      throw expansion.wrong(
          Code.UNKNOWN_NAME,
          argument,
          Literals.ARGUMENT__NAME,
          nearest
              .map(n -> message + "; did you mean `" + n + "`?")
              .orElseGet(() ->
                  help(
                      message,
                      names.isEmpty() ? "it has none" : "it has " + String.join(", ", names))));
    }
  }

  /** What is wrong with the parameters themselves. */
  void check(Template template) {
    if (!checked.add(template)) {
      return;
    }
    Set<String> seen = new LinkedHashSet<>();
    Frame frame = Frame.of(expansion.valuesOf((Model) EcoreUtil.getRootContainer(template)));
    for (Parameter parameter : template.getParameters()) {
      expansion.guard(
          parameter,
          frame,
          () -> {
            if (!seen.add(parameter.getName())) {
              throw expansion.wrong(
                  Code.DUPLICATE_NAME,
                  parameter,
                  Literals.PARAMETER__NAME,
                  help(
                      quoted(parameter.getName()) + " is already a parameter",
                      "rename one of them"));
            }
            if (parameter.getType() != null) {
              expansion.at(
                  parameter, Literals.PARAMETER__TYPE, () -> Types.check(parameter.getType()));
            }
            return seen;
          });
    }
  }

  private static int chain(Template template) {
    int length = 0;
    for (@Nullable Template t = template;
        t != null && !t.eIsProxy() && length <= DEEPEST;
        t = t.getParent()) {
      length++;
    }
    return length;
  }

  /** Each belongs to the file of its template, where its names mean what they say there. */
  void place(Map<Model, Model> copies, Map<Model, List<Template>> madeFor) {
    made.forEach((key, template) -> {
      Model file = copies.get(EcoreUtil.getRootContainer(key.template()));
      if (file != null) {
        Model more = VmnFactory.eINSTANCE.createModel();
        more.getElements().add(template);
        file.eResource().getContents().add(more);
      }
      madeFor.computeIfAbsent(users.get(template), u -> new ArrayList<>()).add(template);
    });
  }
}
