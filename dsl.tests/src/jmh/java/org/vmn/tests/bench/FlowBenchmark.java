package org.vmn.tests.bench;

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
import org.vmn.runtime.simulate.flow.Fabric;
import org.vmn.runtime.simulate.flow.FlowRun;
import org.vmn.runtime.simulate.flow.Transfers;
import org.vmn.runtime.simulate.flow.Transport;
import org.vmn.tests.simulate.Topologies;
import org.vmn.tests.simulate.Workloads;

/** The reference workloads of flows, warm. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FlowBenchmark {

  /** Their names. */
  public enum Workload {
    W1B,
    W1C,
    W2_10K,
    W2_100K,
    W2L_100K
  }

  @Param({"W1B", "W1C", "W2_10K", "W2_100K", "W2L_100K"})
  public Workload workload;

  private Fabric fabric;
  private Transfers transfers;

  @Setup
  public void setUp() {
    switch (workload) {
      case W1B -> set(Topologies.star(1000), Workloads.star(1000, 10_000));
      case W1C -> set(Topologies.star(10_000), Workloads.star(10_000, 100_000));
      case W2_10K -> set(Topologies.fatTree(8), Workloads.fatTree(8, 10_000));
      case W2_100K -> set(Topologies.fatTree(8), Workloads.fatTree(8, 100_000));
      case W2L_100K -> set(Topologies.fatTree(16), Workloads.fatTree(16, 100_000));
    }
  }

  private void set(Fabric on, Transfers all) {
    fabric = on;
    transfers = all;
  }

  @Benchmark
  public long[] fluid() {
    return FlowRun.run(fabric, Transport.FLUID, transfers);
  }

  @Benchmark
  public long[] dctcp() {
    return FlowRun.run(fabric, Topologies.DCTCP, transfers);
  }
}
