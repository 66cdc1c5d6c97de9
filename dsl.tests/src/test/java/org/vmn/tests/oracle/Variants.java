package org.vmn.tests.oracle;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;

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

  /** With one element less, or one value changed. What is asserted stays. */
  static List<Network> mutants(Network network) {
    return new Variants(
            Mutation::of, v -> v instanceof Origin || v instanceof Host || v instanceof Assertion)
        .of(network).stream().filter(m -> m.assertions().equals(network.assertions())).toList();
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
