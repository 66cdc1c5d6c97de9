package org.vmn.runtime.config;

import com.google.gson.FormattingStyle;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object with exactly the components of a record, in their order; those that are null are left
 * out.
 */
final class RecordAdapter<T> extends TypeAdapter<T> {
  private final Shape<T> shape;
  private final Layout layout;
  private final Budget budget;
  private final Map<String, Shape.Component> byName = new LinkedHashMap<>();

  RecordAdapter(Shape<T> shape, Layout layout, Budget budget) {
    this.shape = shape;
    this.layout = layout;
    this.budget = budget;
    shape.components().forEach(c -> byName.put(c.name(), c));
  }

  @Override
  public T read(JsonReader in) throws IOException {
    Json.expect(in, JsonToken.BEGIN_OBJECT, "an object");
    in.beginObject();
    budget.take(in);
    @Nullable Object[] values = new @Nullable Object[byName.size()];
    while (in.hasNext()) {
      member(in, in.nextName(), values);
    }
    in.endObject();
    return build(in.getPreviousPath(), values);
  }

  /** Reads one member whose name has been read. */
  void member(JsonReader in, String name, @Nullable Object[] values) throws IOException {
    Shape.Component component = byName.get(name);
    if (component == null) {
      String known = String.join(", ", byName.keySet());
      throw new ConfigException(in.getPath(), "unknown member; known here: " + known);
    }
    if (values[component.index()] != null) {
      throw new ConfigException(in.getPath(), "the member is given twice");
    }
    values[component.index()] = component.adapter().read(in);
  }

  /** Makes the record once all members were read. */
  T build(String path, @Nullable Object[] values) throws ConfigException {
    for (Shape.Component component : shape.components()) {
      if (values[component.index()] == null && !component.nullable()) {
        throw new ConfigException(path, "the member `" + component.name() + "` is missing");
      }
    }
    try {
      return shape.create(values);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(path, String.valueOf(e.getMessage()));
    }
  }

  List<Shape.Component> components() {
    return shape.components();
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    out.beginObject();
    FormattingStyle before = layout.enter(out);
    writeMembers(out, value);
    out.endObject();
    out.setFormattingStyle(before);
  }

  /** Writes the members alone, for an object that has others too. */
  void writeMembers(JsonWriter out, T value) throws IOException {
    for (Shape.Component component : shape.components()) {
      Object member = shape.get(value, component);
      if (member != null) {
        out.name(component.name());
        component.adapter().write(out, member);
      }
    }
  }
}
