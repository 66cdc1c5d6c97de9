package org.vmn.runtime.config;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** True or false. */
final class BooleanAdapter extends TypeAdapter<Boolean> {
  @Override
  public Boolean read(JsonReader in) throws IOException {
    Json.expect(in, JsonToken.BOOLEAN, "true or false");
    return in.nextBoolean();
  }

  @Override
  public void write(JsonWriter out, Boolean value) throws IOException {
    out.value(value);
  }
}
