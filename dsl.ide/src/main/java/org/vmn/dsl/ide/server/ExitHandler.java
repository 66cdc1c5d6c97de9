package org.vmn.dsl.ide.server;

import com.google.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;

/** Remembers what the editor said: Xtext's own handler ends the Java process, in tests too. */
@Singleton
final class ExitHandler implements ILanguageServerShutdownAndExitHandler {
  private final CompletableFuture<Void> said = new CompletableFuture<>();
  private volatile boolean shutDown;

  @Override
  public void shutdown() {
    shutDown = true;
  }

  @Override
  public void exit() {
    said.complete(null);
  }

  /** Completed when the editor says {@code exit}. */
  CompletableFuture<Void> said() {
    return said;
  }

  int status() {
    return shutDown ? 0 : 1;
  }
}
