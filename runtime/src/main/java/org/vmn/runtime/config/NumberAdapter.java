package org.vmn.runtime.config;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/** A number: never a string that looks like one. */
final class NumberAdapter<T extends Number> extends TypeAdapter<T> {
  static final NumberAdapter<Integer> INT =
      new NumberAdapter<>("a whole number of 32 bits", Integer::valueOf);
  static final NumberAdapter<Long> LONG =
      new NumberAdapter<>("a whole number of 64 bits", Long::valueOf);
  static final NumberAdapter<Double> DOUBLE =
      new NumberAdapter<>("a number", NumberAdapter::finite);

  private final String expected;
  private final Function<String, T> parse;

  private NumberAdapter(String expected, Function<String, T> parse) {
    this.expected = expected;
    this.parse = parse;
  }

  private static Double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException("out of range");
    }
    return number;
  }

  @Override
  public T read(JsonReader in) throws IOException {
    Json.expect(in, JsonToken.NUMBER, expected);
    String text = in.nextString();
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new ConfigException(in.getPreviousPath(), "expected " + expected + ", found " + text);
    }
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    out.value(value);
  }
}
