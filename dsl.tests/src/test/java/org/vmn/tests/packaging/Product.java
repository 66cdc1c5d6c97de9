package org.vmn.tests.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged product in a process of its own. */
final class Product {

  /** Made by the package phase of {@code dsl.ide}: a run of {@code mvn test} alone has none. */
  static final Path DIST = Path.of("../dsl.ide/target/dist").toAbsolutePath().normalize();

  /** What keeps JVM and Guice from warning; the launcher says the same. */
  private static final List<String> QUIET =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dguice_bytecode_gen_option=DISABLED");

  /** What a run left behind. */
  record Run(int status, String out, String err) {

    /** Clean, nothing among the data, and no library or JVM complained. */
    void assertClean() {
      assertEquals(0, status, this::toString);
      assertEquals("", out, this::toString);
      assertFalse(err.matches("(?is).*(warn|error|exception).*"), this::toString);
    }
  }

  private Product() {}

  /** Runs the jar on this JVM. */
  static Run jar(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUIET);
    command.addAll(List.of("-jar", DIST.resolve("vmn.jar").toString()));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }

  /** Runs the launcher that lies in {@code dist}. */
  static Run launcher(Path dist, Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(dist.resolve("vmn").toString()));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }

  private static Run run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("vmn", ".out");
    Path err = Files.createTempFile("vmn", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("no end after two minutes: " + command);
      }
      return new Run(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Skips the test where nothing is packaged; on CI that is a failure. */
  static void needsPackage() {
    boolean isThere = Files.exists(DIST.resolve("vmn.jar"));
    assertTrue(isThere || !"true".equals(System.getenv("CI")), "not packaged");
    assumeTrue(isThere, "not packaged yet");
  }
}
