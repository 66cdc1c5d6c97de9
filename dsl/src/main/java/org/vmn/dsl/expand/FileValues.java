package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.expressions.Evaluator;
import org.vmn.dsl.expressions.ExpressionParser;
import org.vmn.dsl.expressions.Functions;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.expressions.Wrong;
import org.vmn.dsl.scoping.ValueNames;
import org.vmn.dsl.vmn.Count;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Variable;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** What names mean in a file: its variables and imported ones, and declarations. */
final class FileValues {
  private static final int DEEPEST = 100;

  private final Model model;
  private final IScope names;
  private final Expansion expansion;
  private final Map<String, String> settings;
  private final Map<Variable, Value> values = new HashMap<>();
  private final Set<Variable> open = new LinkedHashSet<>();
  private final Set<Variable> failed = new HashSet<>();

  FileValues(Model model, IScope names, Expansion expansion, Map<String, String> settings) {
    this.model = model;
    this.names = names;
    this.expansion = expansion;
    this.settings = settings;
  }

  Model model() {
    return model;
  }

  @Nullable Value find(String name) {
    IEObjectDescription found = names.getSingleElement(QualifiedName.create(name));
    EObject element = found == null ? null : found.getEObjectOrProxy();
    return switch (element) {
      case Variable variable when !(variable.eContainer() instanceof Model) -> null;
      case Variable variable -> expansion.values(variable).of(variable);
      case Named named -> new Value.Declaration(named, count(named));
      case null, default -> mayBe(name) ? new Value.Name(name, model) : null;
    };
  }

  /** Whether a declaration of the file may get a name when the file is expanded. */
  private boolean mayBe(String name) {
    for (IEObjectDescription declared : names.getAllElements()) {
      if (declared.getEObjectOrProxy() instanceof Named named
          && ValueNames.mayBecome(named, name)) {
        return true;
      }
    }
    return false;
  }

  /** Computes all variables, so that what is wrong with them is said even of unused ones. */
  void check() {
    for (EObject element : model.getElements()) {
      if (element instanceof Variable variable) {
        expansion.guard(variable, Frame.of(this), () -> of(variable));
      }
    }
  }

  /** The value of a variable that was computed. */
  Optional<Value> known(Variable variable) {
    return Optional.ofNullable(values.get(variable));
  }

  private Value of(Variable variable) {
    Value known = values.get(variable);
    if (known != null) {
      return known;
    }
    if (failed.contains(variable)) {
      throw new Unresolved();
    }
    if (!open.add(variable)) {
      failed.add(variable);
      throw expansion.wrong(
          Code.CYCLE,
          variable,
          Literals.NAMED__NAME,
          help(
              "variable " + quoted(variable.getName()) + " is made of itself",
              "give one of them a value"));
    }
    if (open.size() > DEEPEST) {
      throw expansion.wrong(
          Code.TOO_DEEP,
          variable,
          Literals.NAMED__NAME,
          quoted(variable.getName()) + " is made of more than " + DEEPEST + " variables");
    }
    try {
      Value value = compute(variable);
      values.put(variable, value);
      return value;
    } catch (Wrong | Unresolved e) {
      failed.add(variable);
      throw e;
    } finally {
      open.remove(variable);
    }
  }

  private Value compute(Variable variable) {
    if (variable.getType() != null) {
      expansion.at(variable, Literals.VARIABLE__TYPE, () -> Types.check(variable.getType()));
    }
    // A broken declaration may have no name.
    String setting = variable.getName() == null ? null : settings.get(variable.getName());
    if (setting != null) {
      return set(variable, setting);
    }
    if (variable.getValue() == null) {
      throw expansion.wrong(
          Code.NO_VALUE,
          variable,
          Literals.NAMED__NAME,
          help(
              "variable " + quoted(variable.getName()) + " has no value",
              "write `= …` after it, or give it one with `--set " + variable.getName() + "=…`"));
    }
    return written(variable);
  }

  private Value written(Variable variable) {
    return expansion.typed(variable, Literals.VARIABLE__VALUE, variable.getType(), Frame.of(this));
  }

  /** A value from outside must be of the variable's type, or of the type of its own value. */
  private Value set(Variable variable, String setting) {
    String type =
        variable.getType() != null
            ? variable.getType()
            : variable.getValue() == null ? "" : Types.of(written(variable));
    Value value = null;
    String message = "";
    try {
      value = new Evaluator(Frame.of(this)).of(ExpressionParser.parse(setting, 0));
    } catch (Wrong e) {
      message = e.message();
    }
    if (type.equals("text") && !(value instanceof Value.Text)) {
      return new Value.Text(setting);
    }
    if (value == null || !type.isEmpty() && !Types.fits(value, type)) {
      String wrong =
          value == null
              ? quoted(setting) + ": " + message
              : quoted(value.text()) + " is " + value.kind().replaceAll(" such as.*", "");
      throw expansion.wrong(
          Code.BAD_TYPE,
          variable,
          Literals.NAMED__NAME,
          help(
              quoted(variable.getName()) + " is set to what it can't be: " + wrong,
              "expected " + Types.example(type.isEmpty() ? "number" : type)));
    }
    return value;
  }

  String unknown(String name, Frame frame) {
    int dash = name.indexOf('-');
    if (dash > 0 && (frame.find(name.substring(0, dash)) != null)) {
      String apart = name.substring(0, dash) + " - " + name.substring(dash + 1);
      return help(
          "there is nothing called " + quoted(name), "for a difference write `" + apart + "`");
    }
    Set<String> known = new LinkedHashSet<>();
    for (Frame f = frame; f != null; f = f.around()) {
      known.addAll(f.values().keySet());
    }
    names.getAllElements().forEach(d -> known.add(d.getName().toString()));
    String message = "there is nothing called " + quoted(name);
    Optional<String> nearest = Suggestions.nearest(name, known);
    if (nearest.isPresent()) {
      return message + "; did you mean `" + nearest.get() + "`?";
    }
    return Functions.names().contains(name)
        ? help(
            quoted(name) + " is a function, and no variable has that name",
            "write `" + name + "(…)`, or declare it: `var " + name + " = …`")
        : message;
  }

  private static long count(Named named) {
    Count count =
        switch (named) {
          case Vm vm -> vm.getCount();
          case Host host -> host.getCount();
          default -> null;
        };
    return count != null && count.getValue().matches("[0-9]{1,7}")
        ? Long.parseLong(count.getValue())
        : 1;
  }
}
