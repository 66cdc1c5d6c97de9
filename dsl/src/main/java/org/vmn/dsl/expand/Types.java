package org.vmn.dsl.expand;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.expressions.Value;
import org.vmn.dsl.expressions.Wrong;
import org.vmn.dsl.literals.Dimension;

/** The types that variables and parameters may say: of a quantity, its dimension. */
public final class Types {
  private static final Map<String, Dimension> AMOUNTS =
      new TreeMap<>(
          Map.of(
              "number", Dimension.COUNT,
              "size", Dimension.SIZE,
              "memory", Dimension.SIZE,
              "storage", Dimension.SIZE,
              "rate", Dimension.BANDWIDTH,
              "time", Dimension.TIME,
              "share", Dimension.FRACTION,
              "requests", Dimension.REQUESTS));
  private static final Map<String, Class<? extends Value>> OTHERS =
      new TreeMap<>(
          Map.of(
              "text", Value.Text.class,
              "bool", Value.Truth.class,
              "address", Value.Address.class,
              "prefix", Value.Block.class,
              "mac", Value.Hardware.class));
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "text", "a text such as \"a\"",
          "bool", "true or false",
          "address", "an address such as 10.0.0.1",
          "prefix", "a prefix such as 10.0.0.0/24",
          "mac", "a MAC address such as 52:54:00:12:34:56");
  private static final Set<String> KINDS =
      new TreeSet<>(
          Set.of(
              "balancer",
              "external",
              "fabric",
              "firewall",
              "group",
              "host",
              "image",
              "overlay",
              "pool",
              "router",
              "segment",
              "service",
              "switch",
              "template",
              "vm"));

  private Types() {}

  /** All names, in order. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(AMOUNTS.keySet());
    names.addAll(OTHERS.keySet());
    names.addAll(KINDS);
    return names;
  }

  /**
   * What is wrong with a type, if anything: it may be a name, or one in brackets for a list.
   *
   * @throws Wrong when there is none of that name
   */
  static void check(String type) {
    String item = item(type);
    if (!names().contains(item)) {
      Optional<String> nearest = Suggestions.nearest(item.toLowerCase(Locale.ROOT), names());
      String message = "there is no type " + quoted(item);
      throw new Wrong(
          Code.UNKNOWN_NAME,
          0,
          type.length(),
          nearest
              .map(n -> message + "; did you mean `" + n + "`?")
              .orElseGet(() -> help(message, "types are " + String.join(", ", names()))));
    }
  }

  static boolean fits(Value value, String type) {
    if (type.startsWith("[")) {
      return value instanceof Value.Listing list
          && list.items().stream().allMatch(i -> fits(i, item(type)));
    }
    return switch (value) {
      case Value.Amount amount -> amount.dimension() == AMOUNTS.get(type);
      case Value.Declaration declaration -> type.equals(Nouns.of(declaration.named()));
      case Value.Name name -> isKind(type);
      default -> value.getClass().equals(OTHERS.get(type));
    };
  }

  /** Whether a type is a kind of declarations. */
  static boolean isKind(String type) {
    return KINDS.contains(type);
  }

  /** In words, with an example. */
  static String example(String type) {
    if (type.startsWith("[")) {
      return "a list of which each is " + example(item(type));
    }
    Dimension dimension = AMOUNTS.get(type);
    return dimension != null
        ? dimension.example()
        : EXAMPLES.getOrDefault(type, "the name of a " + type);
  }

  /** The type of a value, as far as it has one. */
  static String of(Value value) {
    return switch (value) {
      case Value.Amount amount ->
          AMOUNTS.entrySet().stream()
              .filter(e -> e.getValue() == amount.dimension() && !e.getKey().equals("memory"))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("number");
      case Value.Listing list -> list.items().isEmpty() ? "" : "[" + of(list.items().get(0)) + "]";
      case Value.Declaration declaration -> Nouns.of(declaration.named());
      default ->
          OTHERS.entrySet().stream()
              .filter(e -> e.getValue().equals(value.getClass()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("");
    };
  }

  private static String item(String type) {
    return type.startsWith("[") ? type.substring(1, Math.max(1, type.length() - 1)) : type;
  }
}
