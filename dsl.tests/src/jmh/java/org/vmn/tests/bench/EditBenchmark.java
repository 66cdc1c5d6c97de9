package org.vmn.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/** All verdicts after one rule of a cloud of security groups was changed; percentiles count. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms3g", "-Xmx3g"})
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 6, time = 3)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EditBenchmark {
  /** 100,000 machines, or a million of 5,000 classes under 50,000 rules. */
  @Param({"CLOUD", "MILLION"})
  private String cloud;

  /** Rules into some group, or those into the group of all machines, which touch every class. */
  @Param({"SOME", "ALL"})
  private String rules;

  private final Random random = new Random(5);
  private Network network;
  private Prover prover;

  @Setup
  public void setUp() {
    network = (cloud.equals("CLOUD") ? SecurityGroups.CLOUD : SecurityGroups.MILLION).network();
    prover = Prover.of(Forwarding.of(network));
    prover.proveAll(network.assertions());
  }

  @Benchmark
  public List<Verdict> edit() {
    Policy policy = network.policy();
    int all = SecurityGroups.RULES_INTO_ALL;
    int at =
        rules.equals("ALL")
            ? random.nextInt(all)
            : all + random.nextInt(policy.rules().size() - all);
    List<Policy.Rule> edited = new ArrayList<>(policy.rules());
    edited.set(at, Elements.widened(edited.get(at)));
    network =
        network.filteredBy(
            new Policy(policy.allowByDefault(), policy.log(), edited, policy.origin()),
            network.firewalls());
    prover = Prover.after(prover, network, Bounds.USUAL);
    return prover.proveAll(network.assertions());
  }
}
