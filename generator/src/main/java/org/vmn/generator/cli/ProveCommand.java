package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.text.Table;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      "      assertion, file, line, verdict, counterexample, reason and millis",
      "  vmn prove out/simulation/network.json the same, from what `vmn build` wrote",
      "",
      "Exit status 0 when all are proved, 1 when one is refuted or undecided.",
    })
final class ProveCommand implements Callable<Integer> {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().serializeNulls().create();

  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @Parameters(
      paramLabel = "FILE",
      description = "A .vmn file, a simulator configuration (.json), or `-` for standard input.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Input input = Input.read(file);
    Network network = input.network();
    if (network == null) {
      return options.format == Options.Format.JSON
          ? Reporter.refuse(input, options.colours, err)
          : new Reporter(options, out, err).report(new Found(input, input.problems()));
    }
    List<Verdict> verdicts = Proofs.of(network, err);
    switch (options.format) {
      case PRETTY -> pretty(verdicts, input, out);
      case JSON -> out.println(GSON.toJson(verdicts.stream().map(v -> entry(v, input)).toList()));
      default ->
          new Reporter(options, out, err)
              .report(new Found(input, Proofs.problems(verdicts, input)));
    }
    return verdicts.stream().allMatch(v -> v.outcome() == Outcome.PROVED)
        ? Main.CLEAN
        : Main.FINDINGS;
  }

  private void pretty(List<Verdict> verdicts, Input input, PrintWriter out) {
    Style style = options.colours.out();
    Table table = Table.of("", "", "");
    for (Verdict verdict : verdicts) {
      String word = verdict.outcome().name().toLowerCase(Locale.ROOT);
      String line = input.brief(verdict.assertion().origin());
      table.row(word, verdict.assertion().text(), line);
    }
    List<String> lines = table.lines();
    for (int i = 0; i < lines.size(); i++) {
      Verdict verdict = verdicts.get(i);
      boolean proved = verdict.outcome() == Outcome.PROVED;
      out.println(proved ? style.green(lines.get(i)) : style.red(lines.get(i)));
      if (!verdict.reason().isEmpty()) {
        out.println("    " + verdict.reason());
      }
      if (verdict.counterexample() != null) {
        new WalkText(input, style)
            .lines(verdict.counterexample())
            .forEach(l -> out.println("    " + l));
      }
    }
    long proved = verdicts.stream().filter(v -> v.outcome() == Outcome.PROVED).count();
    out.println(
        verdicts.isEmpty()
            ? "there are no assertions: write one, such as `assert a reaches b on 443/tcp`"
            : proved + " of " + Summary.count(verdicts.size(), "assertion") + " proved");
  }

  private record Entry(
      String assertion,
      String file,
      int line,
      String verdict,
      @Nullable WalkJson counterexample,
      @Nullable String reason,
      double millis) {}

  private static Entry entry(Verdict verdict, Input input) {
    Walk walk = verdict.counterexample();
    return new Entry(
        verdict.assertion().text(),
        input.shown(verdict.assertion().origin().file()),
        verdict.assertion().origin().line(),
        verdict.outcome().name().toLowerCase(Locale.ROOT),
        walk == null ? null : WalkJson.of(walk, input),
        verdict.reason().isEmpty() ? null : verdict.reason(),
        Math.round(verdict.nanos() / 1000.0) / 1000.0);
  }
}
