package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.review.Matrix;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn prove}. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description =
        "Decides every assertion of a file, for all packets, ports and replicas; shows a connection"
            + " for each that fails.",
    footer = {
      "",
      "Examples:",
      "  vmn prove lab.vmn",
      "  vmn prove --format json lab.vmn       an array for programs, each entry with",
      "      assertion, file, line, verdict, counterexample, reason, failed, remedy, millis",
      "  vmn prove out/simulation/network.json the same, from what `vmn build` wrote",
      "  vmn prove --explain lab.vmn           and the rules that hold each `cannot reach`",
      "  vmn prove --watch lab.vmn             again after each edit, what it changed first",
      "  vmn prove --matrix lab.vmn            who can reach whom on what, all of it",
      "  vmn prove --html lab.vmn > m.html      the same, to look at",
      "  vmn prove --rules lab.vmn             rules that do nothing, by proof",
      "  vmn prove --cuts 2 lab.vmn            what must not fail, alone or together",
      "",
      "Exit status 0 when all are proved, 1 when one is refuted or undecided.",
    })
final class ProveCommand implements Callable<Integer> {
  static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().serializeNulls().create();

  @Spec private CommandSpec spec;
  @Mixin private Variables variables;
  @Mixin private Options options;

  @Parameters(
      paramLabel = "FILE",
      description = "A .vmn file, a simulator configuration (.json), or `-` for standard input.")
  private Path file;

  @ArgGroup(exclusive = true)
  private @Nullable Instead instead;

  @Option(
      names = "--explain",
      description =
          "For each proved `cannot reach`, the decisions that between them hold it; for each"
              + " `reaches` under failures, the ways between hosts that share nothing.")
  private boolean explain;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "Give up on an assertion after so long: it is undecided. With --matrix, --html, --rules"
              + " and --cuts: show what there is after so long. Default: never.")
  private double seconds;

  @Option(
      names = "--walk-limit",
      paramLabel = "NUMBER",
      defaultValue = "20000000",
      description =
          "Give up on an assertion after following so many connections: it is undecided."
              + " Default: ${DEFAULT-VALUE}.")
  private long walks;

  @Option(
      names = "--memory-limit",
      paramLabel = "MIB",
      defaultValue = "1024",
      description =
          "Forget what was worked out, and work it out again when it is needed, where it takes more"
              + " mebibytes than this; 0 for no limit. Default: ${DEFAULT-VALUE}.")
  private int mebibytes;

  @Mixin private Watching watching = new Watching();

  /** What to show in place of verdicts. */
  static final class Instead {
    @Option(
        names = "--matrix",
        description =
            "Show who can reach whom on what, by group, in place of verdicts; like --rules and"
                + " --cuts with --format json for programs.")
    private boolean matrix;

    @Option(names = "--html", description = "The same as a page for a browser.")
    private boolean html;

    @Option(
        names = "--rules",
        description = "Show rules that are unused, shadowed or redundant in place of verdicts.")
    private boolean rules;

    @Option(
        names = "--cuts",
        paramLabel = "NUMBER",
        description =
            "Show the smallest sets of at most so many hosts, links, machines and routers that each"
                + " `reaches` doesn't survive the loss of, in place of verdicts; 1 for single"
                + " points of failure.")
    private int cuts;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Bounds bounds = bounds();
    if (watching.isWanted()) {
      return watch(bounds);
    }
    Input input = Input.read(file, variables);
    Network network = input.network();
    if (network == null) {
      return options.format == Options.Format.JSON
          ? Reporter.refuse(input, options.colours, err)
          : new Reporter(options, out, err).report(new Found(input, input.problems()));
    }
    if (instead != null) {
      if (options.format != Options.Format.PRETTY && options.format != Options.Format.JSON) {
        throw new ParameterException(
            spec.commandLine(),
            "`--format sarif` and `github` are for verdicts; `--matrix`, `--rules` and `--cuts`"
                + " have `pretty` and `json`");
      }
      return instead(instead, input, out, err);
    }
    List<Verdict> verdicts = Proofs.of(input, bounds, err);
    switch (options.format) {
      case PRETTY -> new VerdictText(input, options.colours.out(), explain).all(verdicts, out);
      case JSON -> out.println(GSON.toJson(VerdictJson.of(verdicts, input)));
      default ->
          new Reporter(options, out, err)
              .report(new Found(input, Proofs.problems(verdicts, input)));
    }
    return Proofs.status(verdicts);
  }

  private Bounds bounds() {
    if (walks < 0 || mebibytes < 0 || !(seconds >= 0)) {
      throw new ParameterException(spec.commandLine(), "a limit is a number from 0 on");
    }
    return new Bounds(walks, (long) (seconds * 1e9), (long) mebibytes << 20, () -> false);
  }

  private int instead(Instead shown, Input input, PrintWriter out, PrintWriter err) {
    try (Patience patience = new Patience(err, "looking", seconds)) {
      int status = instead(shown, input, out, patience);
      if (patience.stopped()) {
        out.flush();
        err.println(patience.why());
        return Main.FINDINGS;
      }
      return status;
    }
  }

  private int instead(Instead shown, Input input, PrintWriter out, Patience patience) {
    boolean json = options.format == Options.Format.JSON;
    if (shown.rules) {
      return new ReviewText(input).rules(json, out, patience);
    }
    if (shown.cuts > 0) {
      return new ReviewText(input).cuts(shown.cuts, json, out, patience);
    }
    Matrix matrix = Matrix.of(input.tables(), patience);
    if (shown.html) {
      out.print(MatrixPage.of(matrix, input.tables().network().name()));
    } else if (shown.matrix && json) {
      out.println(GSON.toJson(MatrixText.entries(matrix)));
    } else {
      MatrixText.lines(matrix).forEach(out::println);
    }
    return Main.CLEAN;
  }

  private int watch(Bounds bounds) {
    PrintWriter out = spec.commandLine().getOut();
    String misuse =
        instead != null
            ? "`--watch` shows verdicts: leave `--matrix`, `--html`, `--rules` and `--cuts` out"
            : Watching.misuse(List.of(file), options);
    if (!misuse.isEmpty()) {
      throw new ParameterException(spec.commandLine(), misuse);
    }
    Judge judge =
        new Judge() {
          @Override
          public boolean proves() {
            return true;
          }

          @Override
          public Found found(Input input, List<Verdict> verdicts) {
            return new Found(input, input.problems(), verdicts, List.of());
          }

          @Override
          public int status(Found found) {
            return found.input().network() == null
                ? Main.FINDINGS
                : Proofs.status(found.verdicts());
          }
        };
    return Watching.watch(
        List.of(new WatchedFile(file, judge, bounds)),
        variables,
        options.format == Options.Format.JSON
            ? new JsonRounds(out)
            : new VerdictRounds(options.colours.out(), explain, out),
        spec.commandLine());
  }
}
