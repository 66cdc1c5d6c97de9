package org.vmn.generator.cli;

import java.util.List;
import org.vmn.dsl.diagnostics.Suggestions;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command line library's complaints in our words. */
final class UsageText {
  private UsageText() {}

  static String of(ParameterException wrong) {
    // A wrong option is worth more than what is missing beside it.
    List<String> unmatched = wrong.getCommandLine().getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      return unmatched(unmatched.get(0), wrong);
    }
    // Of options that exclude each other it says itself that it is an error.
    String message =
        String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "").replace('\'', '`');
    return message.isEmpty()
        ? "bad usage"
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static String unmatched(String argument, ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    if (!argument.startsWith("-")) {
      return "`" + command + "` takes no further argument `" + argument + "`";
    }
    List<String> known =
        wrong.getCommandLine().getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .toList();
    String near =
        Suggestions.nearest(argument, known).map(n -> "; did you mean `" + n + "`?").orElse("");
    return "`" + command + "` has no option `" + argument + "`" + near;
  }
}
