package org.vmn.dsl.ide.server;

import java.util.List;
import org.vmn.generator.cli.CommandProvider;

/** Adds {@code vmn lsp}, and what the launcher runs to make it start soon. */
public final class EditorCommands implements CommandProvider {

  @Override
  public List<Object> commands() {
    return List.of(new LspCommand(), new TrainCommand());
  }
}
