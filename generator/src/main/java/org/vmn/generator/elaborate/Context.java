package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Count;
import org.vmn.dsl.vmn.Named;
import org.vmn.dsl.vmn.Quantity;
import org.vmn.generator.layout.Hashes;
import org.vmn.generator.lock.Choices;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Replicas;

/**
 * What all parts of one elaboration share: the declarations, where they stand, and the problems
 * found so far.
 */
final class Context {
  static final int MOST_REPLICAS = 1_000_000;

  private final String name;
  private final long seed;
  private final List<EObject> declarations;
  private final Origins origins;
  private final Choices choices;
  private final Set<String> names = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  Context(String name, long seed, List<EObject> declarations, Origins origins, Choices choices) {
    this.choices = choices;
    for (EObject declaration : declarations) {
      if (declaration instanceof Named named) {
        names.add(named.getName());
      }
    }
    this.name = name;
    this.seed = seed;
    this.declarations = declarations;
    this.origins = origins;
  }

  /** What is to be kept, and what is chosen now. */
  Choices choices() {
    return choices;
  }

  String name() {
    return name;
  }

  long seed() {
    return seed;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The declarations of a kind, in the order of the files and of the text. */
  <T> Stream<T> all(Class<T> kind) {
    return declarations.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether the first part of an owner's name, up to a dot, is still declared. */
  boolean declares(String owner) {
    int dot = owner.indexOf('.');
    return names.contains(dot < 0 ? owner : owner.substring(0, dot));
  }

  /** The properties of a kind, in order. */
  static <T> List<T> properties(List<? extends EObject> properties, Class<T> kind) {
    return properties.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  Origins origins() {
    return origins;
  }

  Origin origin(EObject element) {
    return origins.of(element);
  }

  Problem report(Code code, Origin origin, String message) {
    return report(Problem.of(code, origin, message));
  }

  Problem report(Problem problem) {
    problems.add(problem);
    return problem;
  }

  static Replicas replicas(@Nullable Count count) {
    return count == null
        ? Replicas.ONE
        : new Replicas(Amounts.count(count.getValue(), 1, MOST_REPLICAS, "a count"), true);
  }

  static long amount(Quantity quantity, Dimension dimension) {
    return Amounts.of(quantity, dimension);
  }

  /** A number that the seed and the given words determine. */
  long hash(String... words) {
    return Hashes.bits(seed + "/" + name + "/" + String.join("/", words));
  }
}
