package org.vmn.runtime.config;

import com.google.gson.FormattingStyle;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An array; of simple values, on one line. */
final class ListAdapter<T> extends TypeAdapter<List<T>> {
  private final TypeAdapter<T> element;
  private final Layout layout;
  private final Budget budget;

  ListAdapter(TypeAdapter<T> element, Layout layout, Budget budget) {
    this.element = element;
    this.layout = layout;
    this.budget = budget;
  }

  /** Whether it is written on one line. */
  boolean isLine() {
    return layout == Layout.LINE;
  }

  @Override
  public List<T> read(JsonReader in) throws IOException {
    Json.expect(in, JsonToken.BEGIN_ARRAY, "an array");
    in.beginArray();
    List<T> list = new ArrayList<>();
    while (in.hasNext()) {
      budget.take(in);
      list.add(element.read(in));
    }
    in.endArray();
    return list;
  }

  @Override
  public void write(JsonWriter out, List<T> list) throws IOException {
    out.beginArray();
    FormattingStyle before = layout.enter(out);
    for (T value : list) {
      element.write(out, value);
    }
    out.endArray();
    out.setFormattingStyle(before);
  }
}
