package org.vmn.runtime.network;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares elements of two networks wherever they were declared: a line that is put in above moves
 * everything below it, and changes none of it.
 */
public final class Likeness {
  private static final ClassValue<Method[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .toArray(Method[]::new);
        }
      };

  private Likeness() {}

  /** Whether two values are equal but for origins in them. */
  @SuppressWarnings("ReferenceEquality") // Most of an edited network are the same objects.
  public static boolean alike(@Nullable Object one, @Nullable Object other) {
    if (one == other) {
      return true;
    }
    if (one == null || other == null) {
      return false;
    }
    if (one instanceof List<?> some && other instanceof List<?> others) {
      return alike(some, others);
    }
    if (!one.getClass().equals(other.getClass())) {
      return false;
    }
    return one instanceof Origin
        || (one instanceof Record ? components(one, other) : one.equals(other));
  }

  private static boolean alike(List<?> some, List<?> others) {
    if (some.size() != others.size()) {
      return false;
    }
    Iterator<?> other = others.iterator();
    for (Object one : some) {
      if (!alike(one, other.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean components(Object one, Object other) {
    try {
      for (Method component : COMPONENTS.get(one.getClass())) {
        if (!alike(component.invoke(one), component.invoke(other))) {
          return false;
        }
      }
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
