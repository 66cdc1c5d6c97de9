package org.vmn.runtime.config;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A constant of an enum, in lower-case words joined by hyphens. */
final class EnumAdapter<E extends Enum<E>> extends TypeAdapter<E> {
  private final Map<String, E> byName = new LinkedHashMap<>();

  EnumAdapter(Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      byName.put(Kebab.of(constant), constant);
    }
  }

  @Override
  public E read(JsonReader in) throws IOException {
    String expected = "one of " + String.join(", ", byName.keySet());
    String text = Json.string(in, expected);
    E constant = byName.get(text);
    if (constant == null) {
      throw new ConfigException(
          in.getPreviousPath(), "expected " + expected + ", found `" + text + "`");
    }
    return constant;
  }

  @Override
  public void write(JsonWriter out, E value) throws IOException {
    out.value(Kebab.of(value));
  }
}
