package org.vmn.generator.cli;

import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code vmn}. */
@Command(
    name = "vmn",
    version = "vmn 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true,
    subcommands = CheckCommand.class,
    description = "A language for virtual machine networks, and the toolkit around it.")
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs one command and returns the exit status: 0 clean, 1 findings, 2 bad usage or input, 101
   * internal error.
   */
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      provider.commands().forEach(line::addSubcommand);
    }
    line.setExecutionExceptionHandler((failure, at, result) -> {
      failure.printStackTrace(at.getErr());
      return 101;
    });
    return line.execute(arguments);
  }
}
