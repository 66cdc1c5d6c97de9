package org.vmn.runtime.config;

import com.google.gson.FormattingStyle;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of several records, told apart by the member {@code kind}, which may stand anywhere in the
 * object: a member's name says its type whatever the kind.
 */
final class SealedAdapter<T> extends TypeAdapter<T> {
  private static final String KIND = "kind";

  private final Budget budget;
  private final Map<String, RecordAdapter<? extends T>> byKind = new LinkedHashMap<>();
  private final Map<Class<?>, RecordAdapter<T>> byClass = new LinkedHashMap<>();
  private final Map<String, TypeAdapter<Object>> members = new LinkedHashMap<>();

  SealedAdapter(Budget budget) {
    this.budget = budget;
  }

  @SuppressWarnings("unchecked") // An adapter is asked to write values of its own class only.
  <S extends T> void add(Class<S> type, RecordAdapter<S> adapter) {
    byKind.put(Kebab.of(type), adapter);
    byClass.put(type, (RecordAdapter<T>) adapter);
    for (Shape.Component component : adapter.components()) {
      TypeAdapter<Object> same = members.putIfAbsent(component.name(), component.adapter());
      if (same != null && !same.equals(component.adapter())) {
        throw new IllegalStateException("`" + component.name() + "` has two types");
      }
    }
  }

  @Override
  public T read(JsonReader in) throws IOException {
    Json.expect(in, JsonToken.BEGIN_OBJECT, "an object");
    in.beginObject();
    budget.take(in);
    @Nullable RecordAdapter<? extends T> adapter = null;
    Map<String, Object> values = new LinkedHashMap<>();
    while (in.hasNext()) {
      String name = in.nextName();
      if (values.containsKey(name) || name.equals(KIND) && adapter != null) {
        throw new ConfigException(in.getPath(), "the member is given twice");
      }
      if (name.equals(KIND)) {
        adapter = kind(in);
      } else {
        values.put(name, member(in, name));
      }
    }
    in.endObject();
    if (adapter == null) {
      throw new ConfigException(in.getPreviousPath(), "the member `kind` is missing");
    }
    return build(adapter, in.getPreviousPath(), values);
  }

  private RecordAdapter<? extends T> kind(JsonReader in) throws IOException {
    String expected = "one of " + String.join(", ", byKind.keySet());
    RecordAdapter<? extends T> adapter = byKind.get(Json.string(in, expected));
    if (adapter == null) {
      throw new ConfigException(in.getPreviousPath(), "expected " + expected);
    }
    return adapter;
  }

  private Object member(JsonReader in, String name) throws IOException {
    TypeAdapter<Object> adapter = members.get(name);
    if (adapter == null) {
      throw new ConfigException(in.getPath(), "unknown member");
    }
    return adapter.read(in);
  }

  private static <S> S build(RecordAdapter<S> adapter, String path, Map<String, Object> given)
      throws ConfigException {
    @Nullable Object[] values = new @Nullable Object[adapter.components().size()];
    for (Shape.Component component : adapter.components()) {
      values[component.index()] = given.remove(component.name());
    }
    for (String left : given.keySet()) {
      throw new ConfigException(path + "." + left, "not a member of this kind");
    }
    return adapter.build(path, values);
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    RecordAdapter<T> adapter = byClass.get(value.getClass());
    if (adapter == null) {
      throw new IllegalStateException("no kind for " + value.getClass());
    }
    out.beginObject();
    FormattingStyle before = Layout.LINE.enter(out);
    out.name(KIND).value(Kebab.of(value.getClass()));
    adapter.writeMembers(out, value);
    out.endObject();
    out.setFormattingStyle(before);
  }
}
