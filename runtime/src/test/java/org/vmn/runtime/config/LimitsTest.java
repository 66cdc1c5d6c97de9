package org.vmn.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;

/** Texts that are made to cost much. */
class LimitsTest {
  @Test
  void boundsTheLengthOfTheText() {
    String message =
        NetworkConfigTest.message(() -> NetworkConfig.read(endless("{\"schema\":", " ")));
    assertEquals("$: the text has more than 268435456 characters", message);
  }

  @Test
  void boundsTheNumberOfValues() {
    String message =
        NetworkConfigTest.message(() -> NetworkConfig.read(endless("{\"sources\":[\"\"", ",\"\"")));
    assertTrue(message.contains("more than 16777216 objects and elements"), message);
  }

  @Test
  void boundsNesting() {
    String message =
        NetworkConfigTest.message(() -> NetworkConfig.read(endless("{\"sources\":", "[")));
    assertTrue(message.startsWith("$.sources"), message);
  }

  @Test
  void boundsReplicas() throws IOException {
    String text =
        NetworkConfigTest.written(TestNetworks.shop())
            .replace(
                "{\"count\": 4, \"indexed\": true}", "{\"count\": 2000000000, \"indexed\": true}");
    String message = NetworkConfigTest.message(() -> NetworkConfig.read(new StringReader(text)));
    assertTrue(message.startsWith("$.machines[0]"), message);
    assertTrue(message.contains("more)"), message);
  }

  private static Reader endless(String start, String again) {
    return new Reader() {
      private long at;

      @Override
      public int read(char[] buffer, int offset, int length) {
        for (int i = 0; i < length; i++, at++) {
          buffer[offset + i] =
              at < start.length()
                  ? start.charAt((int) at)
                  : again.charAt((int) ((at - start.length()) % again.length()));
        }
        return length;
      }

      @Override
      public void close() {}
    };
  }
}
