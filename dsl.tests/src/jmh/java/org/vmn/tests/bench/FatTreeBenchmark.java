package org.vmn.tests.bench;

import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/** That no packet goes around or is lost in {@link FatTree#CLOS}, tables included. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms3g", "-Xmx3g"})
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 10, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FatTreeBenchmark {
  private Network network;

  @Setup
  public void setUp() {
    network = FatTree.CLOS.network();
  }

  @Benchmark
  public List<Verdict> verdicts() {
    return Prover.of(Forwarding.of(network)).proveAll(network.assertions());
  }
}
