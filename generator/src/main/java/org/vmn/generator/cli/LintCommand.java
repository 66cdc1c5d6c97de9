package org.vmn.generator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.compile.Depth;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.project.Settings;
import org.vmn.runtime.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Says what is right and still looks like a mistake, besides what `vmn check` says; proves"
            + " nothing.",
    footer = {
      "",
      "Examples:",
      "  vmn lint lab.vmn",
      "  vmn lint --fix --diff lab.vmn    shows what can be mended",
      "  vmn lint --error-on-warning *.vmn",
      "  vmn lint --schema                the JSON schema of vmn.json",
      "",
      "A file vmn.json beside the sources, or above them in the same repository, sets the levels"
          + " off,",
      "info, warning and error by code, and by the text of a rule:",
      "  { \"levels\": { \"VMN6013\": \"off\" }, \"rules\": { \"every vm has an owner\":"
          + " \"warning\" } }",
      "A comment above a declaration, or behind a line, answers for one place:",
      "  // vmn:allow VMN6013 because the lab grows next week",
    })
final class LintCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Variables variables;
  @Mixin private Options options;
  @Mixin private Mending mending = new Mending();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files to look at; `-` is standard input.")
  private List<Path> files = List.of();

  @Option(names = "--schema", description = "Print the JSON schema of vmn.json.")
  private boolean schema;

  @Override
  public Integer call() throws IOException {
    if (schema) {
      spec.commandLine().getOut().print(schema());
      return Main.CLEAN;
    }
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "a FILE is missing");
    }
    return new Findings(options, mending, spec.commandLine()).report(files, this::find);
  }

  private Found find(Path file) throws SourceException, IOException {
    Input input = Input.read(file, variables, Depth.LINT);
    Network network = input.network();
    List<Problem> limits = network == null ? List.of() : Limits.stated(network);
    List<Problem> problems = new ArrayList<>(input.problemsWith(limits));
    problems.removeIf(p -> p.code() == Code.NO_NETWORK);
    return new Found(input, problems, List.of(), input.answered(limits));
  }

  private static String schema() throws IOException {
    try (InputStream in = Settings.class.getResourceAsStream("vmn.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
