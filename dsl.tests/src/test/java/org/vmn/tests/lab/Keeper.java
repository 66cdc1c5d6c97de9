package org.vmn.tests.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Owns a script that starts daemons, prints {@code ready}, and ends them when its standard input
 * ends. This JVM holds the other end of that pipe, so the daemons can't outlive it, however it
 * dies.
 */
final class Keeper implements AutoCloseable {
  private final Process process;

  private Keeper(Process process) {
    this.process = process;
  }

  /**
   * Starts {@code command} and waits until it says {@code ready}; the lines it printed before that
   * go to {@code said}.
   */
  static Keeper start(Map<String, String> env, List<String> command, List<String> said) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Shell.prepare(builder.environment(), env);
    try {
      Keeper keeper = new Keeper(builder.start());
      if (!keeper.awaitReady(said)) {
        keeper.close();
        throw new IllegalStateException("the lab did not start:\n" + String.join("\n", said));
      }
      return keeper;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process id of the command. */
  long pid() {
    return process.pid();
  }

  /** The process id of what the command forked. */
  long child() {
    return process.children().findFirst().orElseThrow().pid();
  }

  private boolean awaitReady(List<String> said) {
    BufferedReader reader = process.inputReader();
    List<String> lines = new ArrayList<>();
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            String line;
            while ((line = reader.readLine()) != null) {
              if (line.equals("ready")) {
                ready.complete(true);
              } else if (!ready.isDone()) {
                lines.add(line);
              }
            }
          } catch (IOException e) {
            lines.add(e.toString());
          }
          ready.complete(false);
        });
    try {
      return ready.get(Shell.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      said.addAll(List.copyOf(lines));
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        Processes.killTree(process.toHandle());
        process.waitFor(5, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      Processes.killTree(process.toHandle());
    } catch (InterruptedException e) {
      Processes.killTree(process.toHandle());
      Thread.currentThread().interrupt();
    }
  }
}
