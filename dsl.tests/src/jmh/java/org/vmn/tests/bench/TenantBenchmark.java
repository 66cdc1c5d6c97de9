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

/** {@link Tenant#LARGE} beside the cloud that it is made of, tables included. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms3g", "-Xmx3g"})
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 10, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TenantBenchmark {
  private Network plain;
  private Network built;
  private Network quantified;

  @Setup
  public void setUp() {
    plain = SecurityGroups.CLOUD.network();
    quantified = Tenant.LARGE.network();
    int intact = quantified.assertions().size() - Tenant.LARGE.quantified();
    built = quantified.withAssertions(quantified.assertions().subList(0, intact));
  }

  @Benchmark
  public List<Verdict> plain() {
    return verdicts(plain);
  }

  /** With translation, balancers and overlays. */
  @Benchmark
  public List<Verdict> built() {
    return verdicts(built);
  }

  /** And with claims for every host that may be down. */
  @Benchmark
  public List<Verdict> quantified() {
    return verdicts(quantified);
  }

  private static List<Verdict> verdicts(Network network) {
    return Prover.of(Forwarding.of(network)).proveAll(network.assertions());
  }
}
