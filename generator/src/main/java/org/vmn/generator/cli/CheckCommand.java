package org.vmn.generator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong with files: mistakes, and assertions that don't hold. Writes nothing.",
    footer = {
      "",
      "Examples:",
      "  vmn check lab.vmn",
      "  vmn check --format sarif *.vmn > vmn.sarif",
      "  cat lab.vmn | vmn check -",
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check; `-` is standard input.")
  private List<Path> files;

  @Option(names = "--no-prove", description = "Leave the assertions alone.")
  private boolean noProve;

  @Override
  public Integer call() throws Exception {
    Reporter reporter = new Reporter(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    int status = Main.CLEAN;
    for (Path file : files) {
      Input input = Input.read(file);
      List<Problem> problems = new ArrayList<>(input.problems());
      Network network = input.network();
      List<Verdict> verdicts = network == null || noProve ? List.of() : Proofs.of(network);
      problems.addAll(Proofs.problems(verdicts, input));
      status = Math.max(status, reporter.report(input, problems));
      if (options.format == Options.Format.PRETTY && problems.isEmpty() && network != null) {
        spec.commandLine().getErr().println(file + ": no problems" + Summary.proved(verdicts));
      }
    }
    return status;
  }
}
