package org.vmn.generator.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Writes a script that lets a shell complete vmn's commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(vmn completion bash)                    for this shell",
      "  vmn completion bash > ~/.local/share/bash-completion/completions/vmn",
      "  echo 'source <(vmn completion zsh)' >> ~/.zshrc",
    })
final class CompletionCommand implements Callable<Integer> {
  /** The same script serves both. */
  enum Shell {
    BASH,
    ZSH
  }

  private static final String ZSH_READS_BASH =
      "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

  @Spec private CommandSpec spec;

  // Asked for, and checked, for the sake of the day when the scripts differ.
  @SuppressWarnings("UnusedVariable")
  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell;

  @Override
  public Integer call() {
    CommandSpec root = spec.root();
    if (shell == Shell.ZSH) {
      spec.commandLine().getOut().print(ZSH_READS_BASH);
    }
    spec.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
    return Main.CLEAN;
  }
}
