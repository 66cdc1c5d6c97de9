package org.vmn.runtime.config;

import com.google.gson.stream.JsonReader;

/** How many more objects and array elements one reading may make. */
final class Budget {
  private int left = Limits.VALUES;

  void take(JsonReader in) throws ConfigException {
    if (--left < 0) {
      throw new ConfigException(
          in.getPath(), "the text has more than " + Limits.VALUES + " objects and elements");
    }
  }
}
