package org.vmn.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.emit.OutputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The entry point of {@code vmn}. */
@Command(
    name = "vmn",
    version = "vmn 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "A language for virtual machine networks, and the toolkit around it.",
    footer = {
      "",
      "Begin with:",
      "  vmn new                           networks to begin with",
      "  vmn check lab.vmn                 what is wrong, and which assertions fail",
      "  vmn lint lab.vmn                  what looks like a mistake",
      "  vmn explain lab.vmn               what it means, with every default",
      "  vmn trace lab.vmn 'a -> b tcp/22' one connection, hop by hop",
      "  vmn simulate lab.vmn              its scenarios; nothing is deployed",
      "  vmn graph lab.vmn -o lab.svg      a picture",
      "  vmn build lab.vmn -o out          everything to deploy it",
      "  vmn help build                    more about a command",
      "",
      "Exit status: 0 clean, 1 findings, 2 bad usage or input, 101 internal error.",
    })
public final class Main {
  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int BAD_INPUT = 2;
  static final int INTERNAL_ERROR = 101;

  /** In the order of the help. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("new", NewCommand.class);
    COMMANDS.put("check", CheckCommand.class);
    COMMANDS.put("lint", LintCommand.class);
    COMMANDS.put("build", BuildCommand.class);
    COMMANDS.put("prove", ProveCommand.class);
    COMMANDS.put("simulate", SimulateCommand.class);
    COMMANDS.put("trace", TraceCommand.class);
    COMMANDS.put("diff", DiffCommand.class);
    COMMANDS.put("explain", ExplainCommand.class);
    COMMANDS.put("graph", GraphCommand.class);
    COMMANDS.put("fmt", FmtCommand.class);
    COMMANDS.put("completion", CompletionCommand.class);
    COMMANDS.put("help", HelpCommand.class);
  }

  /** Commands that speak of the others. */
  private static final Set<String> ABOUT_ALL = Set.of("completion", "help");

  private static final Set<String> VERSION = Set.of("-V", "--version");

  private Main() {}

  public static void main(String[] arguments) {
    StandardOutput stdout = new StandardOutput();
    PrintWriter out = new PrintWriter(stdout, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(out, err, arguments);
    out.flush();
    String lost = stdout.lost();
    if (lost != null) {
      err.println("error: can't write to standard output: " + lost);
      status = Math.max(status, BAD_INPUT);
    }
    err.flush();
    System.exit(status);
  }

  /** Runs one command and returns the exit status. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    addCommands(line, arguments);
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, err));
    line.setParameterExceptionHandler((wrong, given) -> misused(wrong));
    if (arguments.length == 0) {
      line.usage(err);
      return BAD_INPUT;
    }
    int status;
    try {
      status = line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      status = failed(e, err);
    }
    out.flush();
    err.flush();
    return status;
  }

  /** The one that is asked for, where it is known: the options of all take picocli a while. */
  private static void addCommands(CommandLine line, String... arguments) {
    if (arguments.length == 1 && VERSION.contains(arguments[0])) {
      return;
    }
    Class<?> only =
        arguments.length == 0 || ABOUT_ALL.contains(arguments[0])
            ? null
            : COMMANDS.get(arguments[0]);
    if (only != null) {
      line.addSubcommand(only);
      return;
    }
    COMMANDS.values().forEach(line::addSubcommand);
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      provider.commands().forEach(line::addSubcommand);
    }
  }

  private static int misused(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    List<String> unmatched = command.getUnmatchedArguments();
    boolean atRoot = command.getParent() == null;
    if (atRoot && !unmatched.isEmpty() && !unmatched.get(0).startsWith("-")) {
      String near =
          Suggestions.nearest(unmatched.get(0), command.getSubcommands().keySet())
              .map(n -> "; did you mean `" + n + "`?")
              .orElse("");
      err.println("error: there is no command `" + unmatched.get(0) + "`" + near);
      err.println("help: `vmn --help` lists them");
    } else {
      err.println("error: " + UsageText.of(wrong));
      err.println("help: `" + command.getCommandSpec().qualifiedName() + " --help` shows how");
    }
    err.flush();
    return BAD_INPUT;
  }

  private static int failed(Throwable failure, PrintWriter err) {
    int status = BAD_INPUT;
    switch (failure) {
      case SourceException e -> err.println("error: " + e.getMessage());
      case OutputException e -> err.println("error: " + e.getMessage());
      case InvalidPathException e ->
          err.println("error: `" + e.getInput() + "` is not the name of a file: " + e.getReason());
      case UncheckedIOException e -> err.println("error: can't read or write: " + e.getCause());
      case IOException e -> err.println("error: can't read or write: " + e);
      default -> {
        err.println("error: internal error: " + failure);
        err.println("help: please report it, with the file and the lines below");
        failure.printStackTrace(err);
        status = INTERNAL_ERROR;
      }
    }
    err.flush();
    return status;
  }
}
