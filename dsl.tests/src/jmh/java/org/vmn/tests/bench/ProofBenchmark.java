package org.vmn.tests.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/** Proof of a cloud of security groups: its tables, and all of its claims with their walks. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms3g", "-Xmx3g"})
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 10, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ProofBenchmark {
  @Param({"CLOUD", "MILLION"})
  private String cloud;

  private Network network;

  @Setup
  public void setUp() {
    network = (cloud.equals("CLOUD") ? SecurityGroups.CLOUD : SecurityGroups.MILLION).network();
  }

  @Benchmark
  public Prover tables() {
    return Prover.of(Forwarding.of(network));
  }

  @Benchmark
  public List<Verdict> verdicts() {
    return Prover.of(Forwarding.of(network)).proveAll(network.assertions());
  }
}
