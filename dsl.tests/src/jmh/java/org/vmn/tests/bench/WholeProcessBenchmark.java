package org.vmn.tests.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.network.Network;

/**
 * {@code vmn prove} on {@link SecurityGroups#CLOUD} as a user waits for it: a JVM is started, reads
 * the configuration, proves all claims and writes them down. With one claim and no rules: what is
 * not proof.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WholeProcessBenchmark {
  private static final Path LAUNCHER = Path.of("../vmn").toAbsolutePath();

  private Path folder = Path.of("");

  @Setup
  public void setUp() throws IOException {
    folder = Files.createTempDirectory("vmn");
    Network cloud = SecurityGroups.CLOUD.network();
    write("cloud.json", cloud);
    write("idle.json", new SecurityGroups(10, 10, 0, 1, 2, 1, true).network());
  }

  private void write(String file, Network network) throws IOException {
    try (Writer text = Files.newBufferedWriter(folder.resolve(file))) {
      NetworkConfig.write(network, text);
    }
  }

  @TearDown
  public void tearDown() throws IOException {
    for (String file : new String[] {"cloud.json", "idle.json", "out"}) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.delete(folder);
  }

  @Benchmark
  public int cloud() throws IOException, InterruptedException {
    return prove("cloud.json");
  }

  @Benchmark
  public int idle() throws IOException, InterruptedException {
    return prove("idle.json");
  }

  private int prove(String file) throws IOException, InterruptedException {
    ProcessBuilder vmn =
        new ProcessBuilder(LAUNCHER.toString(), "prove", folder.resolve(file).toString());
    int status =
        vmn.redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start()
            .waitFor();
    // Some claims of the cloud are refuted, which is status 1: so is a file that can't be read.
    String said = Files.readString(folder.resolve("out"));
    if (!said.contains("proved\n")) {
      throw new IllegalStateException(said);
    }
    return status;
  }
}
