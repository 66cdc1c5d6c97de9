package org.vmn.tests.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** What a server tells without being asked. */
final class Received implements LanguageClient {
  private final Semaphore refreshes = new Semaphore(0);
  private final Map<String, List<Diagnostic>> diagnostics = new HashMap<>();

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams params) {
    diagnostics.put(params.getUri(), params.getDiagnostics());
    notifyAll();
  }

  synchronized List<Diagnostic> diagnostics(
      String uri, Predicate<List<Diagnostic>> expected, long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!diagnostics.containsKey(uri) || !expected.test(diagnostics.get(uri))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "diagnostics of " + uri + " are not as expected; all are " + diagnostics);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return diagnostics.get(uri);
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    refreshes.release();
    return CompletableFuture.completedFuture(null);
  }

  /** Waits until the server says once more that its inlay hints are others now. */
  void refreshed(long seconds) {
    try {
      if (!refreshes.tryAcquire(seconds, TimeUnit.SECONDS)) {
        throw new AssertionError("the server did not say that its hints are others");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void telemetryEvent(Object event) {}

  @Override
  public void showMessage(MessageParams message) {}

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {}
}
