package org.vmn.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;

/**
 * Whatever the text, it is refused with a {@link ConfigException} or is a network that later phases
 * can take.
 */
class HostileConfigTest {
  private static final List<String> TEXTS =
      TestNetworks.all().stream().map(HostileConfigTest::text).toList();

  private static String text(Network network) {
    try {
      return NetworkConfigTest.written(network);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a fuzzer would put in place of something else. */
  @Provide
  Arbitrary<String> bits() {
    return Arbitraries.of(
        "",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\u0000",
        "null",
        "true",
        "-1",
        "0",
        "1e999",
        "99999999999999999999",
        "2147483647",
        "[]",
        "{}",
        "\"\"",
        "\"kvm[0]\"",
        "\"kvm[999999999]\"",
        "\"::/0\"",
        "\"0.0.0.0/0\"",
        "\"0.0.0.0-255.255.255.255\"",
        "\"ff:ff:ff:ff:ff:ff\"",
        "\"a < b\"",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "\"kind\": \"any\"",
        "// x",
        "'x'",
        "NaN");
  }

  @Property(tries = 3000, seed = "1")
  void mutatedTextIsRefusedOrSound(
      @ForAll @IntRange(max = 2) int which,
      @ForAll List<@IntRange(max = 1_000_000) Integer> places,
      @ForAll("bits") String bit,
      @ForAll @IntRange(max = 12) int length)
      throws IOException {
    StringBuilder text = new StringBuilder(TEXTS.get(which));
    for (int place : places.subList(0, Math.min(3, places.size()))) {
      int from = place % (text.length() + 1);
      text.replace(from, Math.min(text.length(), from + length), bit);
    }
    check(text.toString());
  }

  /** Whole values replaced, so that the text is JSON more often than not. */
  @Property(tries = 3000, seed = "1")
  void mutatedValuesAreRefusedOrSound(
      @ForAll @IntRange(max = 2) int which,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll("bits") String bit)
      throws IOException {
    String text = TEXTS.get(which);
    int colon = text.indexOf(": ", place % text.length());
    if (colon >= 0) {
      int end = colon + 2;
      while (",\n}".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      check(text.substring(0, colon + 2) + bit + text.substring(end));
    }
  }

  private static void check(String text) throws IOException {
    Network network;
    try {
      network = NetworkConfig.read(new StringReader(text));
    } catch (ConfigException e) {
      return;
    }
    // What the reader lets through must not surprise those who come after it.
    Forwarding.of(network);
    assertEquals(network, NetworkConfig.read(new StringReader(text(network))));
  }
}
