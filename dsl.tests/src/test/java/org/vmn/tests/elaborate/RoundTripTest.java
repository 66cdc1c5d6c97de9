package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.network.Network;

/** What the simulator reads is what the compiler made, whatever the source says. */
class RoundTripTest {
  private static final Path GOOD = Path.of("src/test/resources/language/good");

  @TestFactory
  Stream<DynamicTest> aNetworkSurvivesItsConfiguration() throws IOException {
    try (Stream<Path> files = Files.list(GOOD)) {
      return files.filter(f -> f.toString().endsWith(".vmn")).sorted().toList().stream()
          .filter(f -> read(f).contains("\nnetwork "))
          .map(f -> dynamicTest(f.getFileName().toString(), () -> survives(read(f))));
    }
  }

  private static void survives(String text) throws IOException {
    Network network = Elaborated.network(text);
    StringWriter written = new StringWriter();
    NetworkConfig.write(network, written);
    assertEquals(network, NetworkConfig.read(new StringReader(written.toString())));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
