package org.vmn.runtime.config;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/** A value that is written as a string. */
final class TextAdapter<T> extends TypeAdapter<T> {
  private final String expected;
  private final Function<String, T> parse;
  private final Function<T, String> format;

  /**
   * @param expected what the string should be, such as {@code a MAC address}
   * @param parse throws {@link IllegalArgumentException} that says what is wrong
   */
  TextAdapter(String expected, Function<String, T> parse, Function<T, String> format) {
    this.expected = expected;
    this.parse = parse;
    this.format = format;
  }

  @Override
  public T read(JsonReader in) throws IOException {
    String text = Json.string(in, expected);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          in.getPreviousPath(), "expected " + expected + ": " + e.getMessage());
    }
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    out.value(format.apply(value));
  }
}
