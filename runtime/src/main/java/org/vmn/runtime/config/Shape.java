package org.vmn.runtime.config;

import com.google.gson.TypeAdapter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record's components and its constructor, by reflection. */
final class Shape<T> {
  private final Constructor<T> constructor;
  private final List<Component> components = new ArrayList<>();

  /**
   * @param nullable whether it may be absent
   */
  record Component(
      int index, String name, boolean nullable, TypeAdapter<Object> adapter, Method accessor) {}

  @SuppressWarnings(
      "unchecked") // The adapter of a component's type is asked for values of that type only.
  Shape(Class<T> type, Function<Type, TypeAdapter<?>> adapters) {
    RecordComponent[] all = type.getRecordComponents();
    for (RecordComponent c : all) {
      boolean nullable = c.getAnnotatedType().isAnnotationPresent(Nullable.class);
      TypeAdapter<Object> adapter = (TypeAdapter<Object>) adapters.apply(c.getGenericType());
      components.add(
          new Component(components.size(), c.getName(), nullable, adapter, c.getAccessor()));
    }
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  List<Component> components() {
    return components;
  }

  /** Throws the constructor's own {@link IllegalArgumentException} where it refuses the values. */
  T create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the network's records are public", e);
    }
  }

  @Nullable Object get(T value, Component component) {
    try {
      return component.accessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the network's records are public", e);
    }
  }
}
