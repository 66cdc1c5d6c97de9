package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.Emission;
import org.vmn.generator.lock.Lock;
import org.vmn.generator.lock.LockFile;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn build}. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description =
        "Compiles a file, proves its assertions and writes everything to deploy or simulate it."
            + " Touches no host.",
    footer = {
      "",
      "The folder is written as a whole or not at all, never while there are errors:",
      "  manifest.json                 every file with its digest",
      "  simulation/network.json       for `vmn prove`, `trace` and `simulate`",
      "  hosts/HOST/up.sh, down.sh     bring the host up and down; safe twice",
      "  hosts/HOST/libvirt            domains, volumes, networks",
      "  hosts/HOST/ovs                bridges and flows",
      "  hosts/HOST/cloud-init         what each guest configures itself with",
      "",
      "What it chose goes into vmn.lock beside the source, and stays when the source changes.",
      "",
      "Examples:",
      "  vmn build lab.vmn -o out",
      "  vmn build lab.vmn -o out --no-prove       also when an assertion fails",
    })
final class BuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Variables variables;
  @Mixin private Options options;

  @Parameters(paramLabel = "FILE", description = "The file to build; `-` is standard input.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      required = true,
      description = "Where to write. Replaced when it holds an earlier build.")
  private Path output;

  @Option(
      names = "--locked",
      description = "Choose nothing anew: fail where `vmn.lock` would change.")
  private boolean locked;

  @Option(names = "--no-prove", description = "Leave the assertions alone.")
  private boolean noProve;

  @Option(
      names = "--allow-unenforced",
      description =
          "Build although a target lets packets pass that the source forbids (VMN5005): a"
              + " chain, say, that it can't steer through.")
  private boolean allowUnenforced;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Reporter reporter = new Reporter(options, spec.commandLine().getOut(), err);
    Input input = Input.read(file, variables);
    Network network = input.network();
    List<Verdict> verdicts = noProve ? List.of() : Proofs.of(input, err);
    List<Problem> later = new ArrayList<>(Proofs.problems(verdicts, input));
    if (network != null) {
      later.addAll(Limits.of(network, allowUnenforced));
      later.addAll(locked ? input.unlocked() : List.of());
    }
    int status =
        reporter.report(
            new Found(input, input.problemsWith(later), List.of(), input.answered(later)));
    if (network == null || status != Main.CLEAN) {
      if (options.format == Options.Format.PRETTY) {
        err.println("nothing was written to " + output);
      }
      return Main.FINDINGS;
    }
    Lock lock = input.newLock();
    Emission.Result result =
        Emission.write(
            input.tables(),
            input.sources(),
            input.lock(),
            output,
            spec.root().version()[0],
            // A run that is cut after this chooses the same again.
            () -> {
              if (lock != null) {
                OutputFile.write(LockFile.beside(file), LockFile.text(lock));
              }
            });
    if (options.format == Options.Format.PRETTY) {
      err.println(network.name() + ": " + Summary.network(network) + Summary.proved(verdicts));
      err.println(
          "wrote "
              + output
              + ": "
              + Summary.count(result.files(), "file")
              + ", "
              + (result.bytes() + 1023) / 1024
              + " KiB");
      if (lock != null) {
        err.println("wrote " + file.resolveSibling(LockFile.NAME) + ": keep it with the source");
      }
    }
    return status;
  }
}
