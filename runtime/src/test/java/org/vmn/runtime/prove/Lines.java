package org.vmn.runtime.prove;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;

/** Declares every element on a line of its own, in order: what is put in moves all that follows. */
final class Lines {
  private int line;

  static Network numbered(Network network) {
    return (Network) new Lines().copy(network);
  }

  private Object copy(Object value) {
    if (value instanceof Origin) {
      line++;
      return new Origin("n.vmn", line, 1, line, 9, null);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::copy).toList();
    }
    return value instanceof Record ? record(value) : value;
  }

  private Object record(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        Object was = components[i].getAccessor().invoke(value);
        values[i] = was == null ? null : copy(was);
      }
      return value.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
