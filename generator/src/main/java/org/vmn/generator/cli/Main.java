package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.vmn.generator.compile.SourceException;
import org.vmn.generator.emit.OutputException;
import org.vmn.runtime.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The entry point of {@code vmn}. */
@Command(
    name = "vmn",
    version = "vmn 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CheckCommand.class,
      BuildCommand.class,
      ProveCommand.class,
      TraceCommand.class,
    },
    description = "A language for virtual machine networks, and the toolkit around it.",
    footer = {
      "",
      "Begin with:",
      "  vmn check lab.vmn                 what is wrong with a file, and which assertions fail",
      "  vmn build lab.vmn -o out          libvirt XML, Open vSwitch flows, cloud-init, simulator configuration",
      "  vmn trace lab.vmn 'a -> b tcp/22' one connection, hop by hop",
      "",
      "Exit status: 0 clean, 1 findings, 2 bad usage or input, 101 internal error.",
    })
public final class Main {
  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int BAD_INPUT = 2;
  static final int INTERNAL_ERROR = 101;

  private Main() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs one command and returns the exit status. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      provider.commands().forEach(line::addSubcommand);
    }
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler(Main::failed);
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          PrintWriter to = wrong.getCommandLine().getErr();
          to.println("error: " + wrong.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(wrong, to);
          to.println("help: `" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help` shows how");
          to.flush();
          return BAD_INPUT;
        });
    if (arguments.length == 0) {
      line.usage(err);
      return BAD_INPUT;
    }
    int status = line.execute(arguments);
    out.flush();
    err.flush();
    return status;
  }

  private static int failed(Exception failure, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    int status = BAD_INPUT;
    if (failure instanceof SourceException || failure instanceof ConfigException || failure instanceof OutputException) {
      err.println("error: " + failure.getMessage());
    } else {
      err.println("error: internal error: " + failure);
      err.println("help: please report it, with the file and the lines below");
      failure.printStackTrace(err);
      status = INTERNAL_ERROR;
    }
    err.flush();
    return status;
  }
}
