package org.vmn.runtime.config;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.Locale;

/** Steps that every adapter takes with the reader. */
final class Json {
  private Json() {}

  /** Fails unless the next value is of this type. */
  static void expect(JsonReader in, JsonToken token, String expected) throws IOException {
    JsonToken found = in.peek();
    if (found != token) {
      throw new ConfigException(in.getPath(), "expected " + expected + ", found " + words(found));
    }
  }

  /** A string of bearable length; {@code expected} says what it should be. */
  static String string(JsonReader in, String expected) throws IOException {
    expect(in, JsonToken.STRING, expected);
    String text = in.nextString();
    if (text.length() > Limits.STRING) {
      throw new ConfigException(
          in.getPreviousPath(), "the string has more than " + Limits.STRING + " characters");
    }
    return text;
  }

  private static String words(JsonToken token) {
    return switch (token) {
      case BEGIN_ARRAY -> "an array";
      case BEGIN_OBJECT -> "an object";
      case STRING, NUMBER -> "a " + token.name().toLowerCase(Locale.ROOT);
      case BOOLEAN -> "true or false";
      case NULL -> "null; leave the member out";
      default -> "the end";
    };
  }
}
