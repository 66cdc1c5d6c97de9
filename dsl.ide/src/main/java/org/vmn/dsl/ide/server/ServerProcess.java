package org.vmn.dsl.ide.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.concurrent.ReadRequest;

/** One server, from its start until the editor says {@code exit} or closes the stream. */
public final class ServerProcess {

  /**
   * Serves until the editor is done.
   *
   * @return the status that the protocol asks for: 0 after {@code shutdown}, else 1
   */
  public int serve(InputStream in, OutputStream out) {
    // Each failed request is told to the editor, and logged by LSP4J if it is a fault of the
    // server.
    Logger.getLogger(ReadRequest.class).setLevel(Level.OFF);
    Injector injector = Guice.createInjector(new VmnServerModule());
    VmnLanguageServer server = injector.getInstance(VmnLanguageServer.class);
    ExitHandler exit = injector.getInstance(ExitHandler.class);
    ExecutorService readers = Executors.newCachedThreadPool(ServerProcess::daemon);
    Launcher<LanguageClient> launcher =
        new Launcher.Builder<LanguageClient>()
            .setLocalService(server)
            .setRemoteInterface(LanguageClient.class)
            .setInput(in)
            .setOutput(out)
            .setExecutorService(readers)
            .setExceptionHandler(Failures::toError)
            // LSP4J's validation looks at each object of each answer by reflection.
            .validateMessages(false)
            .create();
    server.connect(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> join(listening), readers);
    try {
      CompletableFuture.anyOf(closed, exit.said()).join();
    } catch (CancellationException | CompletionException e) {
      return 1;
    } finally {
      server.stop();
      readers.shutdownNow();
    }
    return exit.status();
  }

  private static void join(Future<Void> listening) {
    try {
      listening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lsp");
    thread.setDaemon(true);
    return thread;
  }
}
