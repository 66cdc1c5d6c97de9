package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.review.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Says what a change changes for those who use a network: what is new, gone, on another host"
            + " or renumbered, what it opens and closes, which"
            + " assertions it breaks or drops, and whose loss it no longer survives.",
    footer = {
      "",
      "Examples:",
      "  vmn diff old.vmn new.vmn",
      "  git show HEAD:lab.vmn | vmn diff - lab.vmn",
      "  vmn diff old.vmn new.vmn --format json     an array, each entry with change, what, on,"
          + " how",
      "",
      "Exit status 0 when nothing changes, 1 when something does.",
    })
final class DiffCommand implements Callable<Integer> {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  @Spec private CommandSpec spec;
  @Mixin private Variables variables;
  @Mixin private Colours colours;

  @Parameters(index = "0", paramLabel = "OLD", description = "A .vmn file, a .json file, or `-`.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "Likewise.")
  private Path after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "pretty",
      description = "pretty or json. Default: pretty.")
  private Format format = Format.PRETTY;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Say what is known after so long. Default: compare everything.")
  private double seconds;

  enum Format {
    PRETTY,
    JSON
  }

  private record Entry(String change, String what, String on, String how) {}

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Input old = Input.read(before, variables);
    Input now = Input.read(after, variables);
    Network was = old.network();
    Network is = now.network();
    if (was == null || is == null) {
      return Reporter.refuse(was == null ? old : now, colours, err);
    }
    try (Patience patience = new Patience(err, "comparing", seconds)) {
      List<Change.Line> lines = Change.between(Forwarding.of(was), Forwarding.of(is), patience);
      show(lines, patience.stopped(), out);
      if (patience.stopped()) {
        out.flush();
        err.println(patience.why());
        return Main.FINDINGS;
      }
      return lines.isEmpty() ? Main.CLEAN : Main.FINDINGS;
    }
  }

  private void show(List<Change.Line> lines, boolean stopped, PrintWriter out) {
    if (format == Format.JSON) {
      out.println(GSON.toJson(lines.stream().map(DiffCommand::entry).toList()));
    } else {
      Style style = colours.out();
      lines.forEach(l -> out.println(text(l, style)));
      if (lines.isEmpty() && !stopped) {
        out.println("nothing changes for anybody");
      }
    }
  }

  private static Entry entry(Change.Line line) {
    return new Entry(
        line.kind().name().toLowerCase(Locale.ROOT),
        line.what(),
        line.on().isEmpty() ? "" : MatrixText.words(line.on()),
        line.how());
  }

  private static String text(Change.Line line, Style style) {
    String how = line.how().isEmpty() ? "" : ", " + line.how();
    return switch (line.kind()) {
      case OPENS -> "opens   " + line.what() + " : " + MatrixText.words(line.on()) + how;
      case CLOSES -> "closes  " + line.what() + " : " + MatrixText.words(line.on()) + how;
      case GAINS -> style.green("gains   " + line.what());
      case LOSES -> style.red("loses   " + line.what());
      case DROPS -> style.red("drops   " + line.what());
      case NEW -> "new     " + line.what();
      case GONE -> "gone    " + line.what();
      case MOVES -> "moves   " + line.what() + "  " + line.how();
      case RENUMBERS -> "renumbers " + line.what() + "  " + line.how();
    };
  }
}
