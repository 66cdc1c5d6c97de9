package org.vmn.generator.guideline;

import java.util.List;
import java.util.Map;
import org.vmn.dsl.guidelines.ElementKind;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Traffic;

/**
 * What a rule speaks of; a declaration with all its replicas is one.
 *
 * @param name as messages call it
 * @param values of its properties: a {@code Long} in the base unit, a {@code String} or a {@code
 *     Boolean}; 0 and the empty text where the source states none
 * @param labels by name
 * @param groups those that it is a member of
 * @param opens what a policy rule speaks of, and what a machine's programs listen on
 * @param parts what it consists of
 */
record Element(
    ElementKind kind,
    String name,
    Origin origin,
    Map<String, Object> values,
    Map<String, String> labels,
    List<String> groups,
    List<Traffic.Match> opens,
    List<Element> parts) {
  Element {
    values = Map.copyOf(values);
    labels = Map.copyOf(labels);
    groups = List.copyOf(groups);
    opens = List.copyOf(opens);
    parts = List.copyOf(parts);
  }

  static Element of(ElementKind kind, String name, Origin origin, Map<String, Object> values) {
    return new Element(kind, name, origin, values, Map.of(), List.of(), List.of(), List.of());
  }

  Element with(List<Element> newParts) {
    return new Element(kind, name, origin, values, labels, groups, opens, newParts);
  }

  Element opening(List<Traffic.Match> matches) {
    return new Element(kind, name, origin, values, labels, groups, matches, parts);
  }

  List<Element> parts(ElementKind of) {
    return parts.stream().filter(p -> p.kind() == of).toList();
  }

  Object value(String property) {
    Object value = values.get(property);
    if (value == null) {
      throw new IllegalArgumentException(kind.word() + " has no property " + property);
    }
    return value;
  }
}
