package org.vmn.dsl.expand;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.expressions.Evaluator;
import org.vmn.dsl.expressions.ExpressionParser;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.imports.Provenance;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.VmnFactory;
import org.vmn.dsl.vmn.VmnPackage;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/**
 * Arguments that a template could be given, made of the types of its parameters: what its body does
 * wrong with those it does wrong with all, whether anybody uses the template or not.
 */
final class Samples {
  private static final Map<String, String> LITERALS =
      Map.ofEntries(
          entry("number", "2"),
          entry("size", "4 GiB"),
          entry("memory", "4 GiB"),
          entry("storage", "4 GiB"),
          entry("rate", "10 Gbps"),
          entry("time", "20 ms"),
          entry("share", "50 %"),
          entry("requests", "500 req/s"),
          entry("text", "\"a\""),
          entry("bool", "true"),
          entry("address", "10.0.0.1"),
          entry("prefix", "10.0.0.0/24"),
          entry("mac", "52:54:00:12:34:56"));

  private Samples() {}

  /** A frame in which every parameter has a value; empty where a type isn't known. */
  static Optional<Frame> of(Template template, FileValues file, Expansion expansion) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Parameter parameter : template.getParameters()) {
      @Nullable Value value = value(parameter, Map.copyOf(values), file, expansion);
      if (value == null || parameter.getName() == null) {
        return Optional.empty();
      }
      values.put(parameter.getName(), value);
    }
    Provenance provenance =
        new Provenance(template, Literals.NAMED__NAME, Instances.written(values), null);
    return Optional.of(new Frame(values, null, file, provenance));
  }

  private static @Nullable Value value(
      Parameter parameter, Map<String, Value> before, FileValues file, Expansion expansion) {
    Frame frame = new Frame(before, null, file, null);
    if (parameter.getValue() != null) {
      return expansion.guard(
          parameter,
          frame,
          () -> expansion.typed(parameter, Literals.PARAMETER__VALUE, parameter.getType(), frame));
    }
    return parameter.getType() == null
        ? null
        : ofType(parameter.getType(), parameter.getName(), frame);
  }

  /** A value of a type; null when there is no such type, which is told elsewhere. */
  private static @Nullable Value ofType(String type, String name, Frame frame) {
    if (type.startsWith("[")) {
      @Nullable Value item = ofType(type.substring(1, type.length() - 1), name, frame);
      return item == null ? null : new Value.Listing(List.of(item));
    }
    @Nullable String literal = LITERALS.get(type);
    return literal == null
        ? declaration(type, name)
        : new Evaluator(frame).of(ExpressionParser.parse(literal, 0));
  }

  /** A declaration that is in no file. */
  private static @Nullable Value declaration(String kind, String name) {
    return VmnPackage.eINSTANCE.getEClassifiers().stream()
        .filter(EClass.class::isInstance)
        .map(EClass.class::cast)
        .filter(c -> Literals.NAMED.isSuperTypeOf(c) && !c.equals(Literals.NAMED))
        .filter(c -> !c.equals(Literals.FABRIC_SWITCH) && Nouns.of(c).equals(kind))
        .findFirst()
        .map(c -> {
          Named named = (Named) VmnFactory.eINSTANCE.create(c);
          named.setName(name);
          return new Value.Declaration(named, 1);
        })
        .orElse(null);
  }
}
