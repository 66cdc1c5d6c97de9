package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Says what is wrong with files: mistakes, assertions that don't hold, and what the targets"
            + " that a `deploy` names can't do. Writes nothing.",
    footer = {
      "",
      "Examples:",
      "  vmn check lab.vmn",
      "  vmn check --no-prove *.vmn                mistakes only",
      "  vmn check --fix lab.vmn                   mends what needs no thought",
      "  vmn check --fix --diff lab.vmn            shows what that would change",
      "  vmn check --format sarif *.vmn > vmn.sarif",
      "  vmn check --format github *.vmn           annotations in a workflow's log",
      "  vmn check --watch lab.vmn                 again after each edit, what changed first",
      "  cat lab.vmn | vmn check -                 its imports are in this folder",
      "",
      "Exit status 0 without errors, 1 with errors, 2 when a file can't be read.",
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Variables variables;
  @Mixin private Options options;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to check; `-` is standard input.")
  private List<Path> files;

  @Option(
      names = "--locked",
      description = "Also say where `vmn.lock` isn't what a build would write.")
  private boolean locked;

  @Option(names = "--no-prove", description = "Leave the assertions alone.")
  private boolean noProve;

  @Mixin private Mending mending = new Mending();
  @Mixin private Watching watching = new Watching();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (watching.isWanted()) {
      String misuse =
          mending.isWanted()
              ? "`--fix` changes files and `--watch` looks on: take one of them"
              : Watching.misuse(files, options);
      if (!misuse.isEmpty()) {
        throw new ParameterException(spec.commandLine(), misuse);
      }
      return watch();
    }
    return new Findings(options, mending, spec.commandLine()).report(files, f -> find(f, err));
  }

  private Found find(Path file, PrintWriter err) throws SourceException, IOException {
    Input input = Input.read(file, variables);
    return found(input, noProve ? List.of() : Proofs.of(input, err));
  }

  private Found found(Input input, List<Verdict> verdicts) {
    Network network = input.network();
    List<Problem> later = new ArrayList<>(Proofs.problems(verdicts, input));
    if (network != null) {
      later.addAll(Limits.stated(network));
      later.addAll(locked ? input.unlocked() : List.of());
    }
    List<Problem> problems = new ArrayList<>(input.problemsWith(later));
    // A file without a network is a library for others to import: here, nothing is wrong with that.
    problems.removeIf(p -> p.code() == Code.NO_NETWORK);
    return new Found(input, problems, verdicts, input.answered(later));
  }

  private int watch() {
    Judge judge =
        new Judge() {
          @Override
          public boolean proves() {
            return !noProve;
          }

          @Override
          public Found found(Input input, List<Verdict> verdicts) {
            return CheckCommand.this.found(input, verdicts);
          }

          @Override
          public int status(Found found) {
            return Reporter.status(found.problems(), options);
          }
        };
    return Watching.watch(
        files.stream().map(f -> new WatchedFile(f, judge, Bounds.USUAL)).toList(),
        variables,
        options.format == Options.Format.JSON
            ? new JsonRounds(spec.commandLine().getOut())
            : new ProblemRounds(options.colours.err(), spec.commandLine().getErr()),
        spec.commandLine());
  }
}
