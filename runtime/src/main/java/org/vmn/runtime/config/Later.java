package org.vmn.runtime.config;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Stands for the adapter of a type that holds itself, until it is made. */
final class Later<T> extends TypeAdapter<T> {
  private @Nullable TypeAdapter<T> adapter;

  @SuppressWarnings("unchecked") // The adapter of the type that this one was put in place of.
  void is(TypeAdapter<?> made) {
    adapter = (TypeAdapter<T>) made;
  }

  private TypeAdapter<T> made() {
    if (adapter == null) {
      throw new IllegalStateException("used before it was made");
    }
    return adapter;
  }

  @Override
  public T read(JsonReader in) throws IOException {
    return made().read(in);
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    made().write(out, value);
  }
}
