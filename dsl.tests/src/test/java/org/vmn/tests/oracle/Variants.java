package org.vmn.tests.oracle;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.config.Verifier;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;

/**
 * Networks that differ from a given one in one place, found by the components of the records: a
 * component that is added later is varied too.
 *
 * @param leaf what a value may become
 * @param whole whether a value's parts are left as they are
 */
record Variants(Function<Object, List<Object>> leaf, Function<Object, Boolean> whole) {

  /** With one element of one list less. */
  static List<Network> smaller(Network network) {
    return new Variants(v -> List.of(), v -> v instanceof Origin || v instanceof Host).of(network);
  }

  /**
   * With one element less, or one value changed, by the part of the network that is changed: its
   * routers, its policy … What is asserted stays.
   */
  static List<List<Network>> mutants(Network network) {
    Variants variants =
        new Variants(
            Mutation::of, v -> v instanceof Origin || v instanceof Host || v instanceof Placement);
    List<List<Network>> byPart = new ArrayList<>();
    for (int i = 0; i < Network.class.getRecordComponents().length; i++) {
      List<Network> some =
          variants.of(network, i).stream()
              .filter(m -> m.assertions().equals(network.assertions()))
              .filter(m -> Verifier.problems(m).isEmpty())
              .toList();
      if (!some.isEmpty()) {
        byPart.add(some);
      }
    }
    return byPart;
  }

  private List<Network> of(Network network, int index) {
    RecordComponent[] components = Network.class.getRecordComponents();
    return variants(Objects.requireNonNull(get(components[index], network))).stream()
        .flatMap(other -> rebuilt(network, components, index, other).stream())
        .map(Network.class::cast)
        .toList();
  }

  private List<Network> of(Network network) {
    return parts(network).stream().map(Network.class::cast).toList();
  }

  private List<Object> variants(Object value) {
    List<Object> variants = new ArrayList<>(leaf.apply(value));
    variants.addAll(parts(value));
    return variants;
  }

  private List<Object> parts(Object value) {
    List<Object> variants = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        variants.add(with(list, i, List.of()));
        for (Object element : variants(list.get(i))) {
          variants.add(with(list, i, List.of(element)));
        }
      }
    } else if (value instanceof Record composite && !whole.apply(value)) {
      RecordComponent[] components = composite.getClass().getRecordComponents();
      for (int i = 0; i < components.length; i++) {
        Object part = get(components[i], composite);
        for (Object other : part == null ? List.of() : variants(part)) {
          rebuilt(composite, components, i, other).ifPresent(variants::add);
        }
      }
    }
    return variants;
  }

  private static List<Object> with(List<?> list, int index, List<Object> instead) {
    List<Object> copy = new ArrayList<>(list.subList(0, index));
    copy.addAll(instead);
    copy.addAll(list.subList(index + 1, list.size()));
    return copy;
  }

  static @Nullable Object get(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Empty when the record refuses the value. */
  private static Optional<Object> rebuilt(
      Record of, RecordComponent[] components, int index, Object value) {
    Object[] values = Arrays.stream(components).map(c -> get(c, of)).toArray();
    values[index] = value;
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Optional.of(of.getClass().getDeclaredConstructor(types).newInstance(values));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
