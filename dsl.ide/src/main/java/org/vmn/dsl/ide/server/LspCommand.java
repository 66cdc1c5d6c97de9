package org.vmn.dsl.ide.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vmn lsp}: serves one editor over standard input and output until it closes them. */
@Command(
    name = "lsp",
    description =
        "Serves an editor by the Language Server Protocol, over standard input and output.")
final class LspCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Where to write the log; standard error otherwise.")
  private @Nullable Path log;

  @Option(
      names = "--stdio",
      description = "What it does anyway; many editors add this to every server.")
  @SuppressWarnings("unused")
  private boolean stdio;

  @Override
  public Integer call() {
    InputStream in = System.in;
    PrintStream out = System.out;
    // Whatever prints by mistake would break the protocol.
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
    try (PrintStream file =
        log == null ? null : new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
      Log.to(file == null ? System.err : file);
      return new ServerProcess().serve(in, out);
    } catch (IOException e) {
      spec.commandLine().getErr().println("error: can't write " + log + ": " + e.getMessage());
      return 2;
    }
  }
}
