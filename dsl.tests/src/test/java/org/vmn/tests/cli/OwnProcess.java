package org.vmn.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vmn.generator.cli.Main;

/** Runs commands in processes of their own, for what only those have: signals, and a disk. */
final class OwnProcess {
  private final Path folder;

  /**
   * @param folder that it works in
   */
  OwnProcess(Path folder) {
    this.folder = folder;
  }

  /** As words that a shell needn't quote. */
  static List<String> command(Object... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    List<String> jvm =
        List.of(
            // A signal that the tests were started to ignore would be ignored by this too.
            "env",
            "--default-signal=INT",
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // What keeps JVM and Guice from warning.
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dguice_bytecode_gen_option=DISABLED",
            "-cp",
            Stream.of(classes.split(":"))
                .map(c -> Path.of(c).toAbsolutePath().toString())
                .reduce((a, b) -> a + ":" + b)
                .orElseThrow(),
            Main.class.getName());
    return Stream.concat(jvm.stream(), Stream.of(arguments).map(Object::toString)).toList();
  }

  Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** Waits for its end. */
  Cli.Run await(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("no end after a minute");
    }
    return new Cli.Run(
        process.exitValue(),
        Files.readString(folder.resolve("out"), UTF_8),
        Files.readString(folder.resolve("err"), UTF_8));
  }
}
