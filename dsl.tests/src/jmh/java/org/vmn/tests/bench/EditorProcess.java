package org.vmn.tests.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/** An editor without a screen, and the server that it started as a process of its own. */
final class EditorProcess implements LanguageClient, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final Process process;
  private final LanguageServer server;

  /**
   * @param command what starts the server, such as {@code ./vmn lsp}
   */
  EditorProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
    launcher.startListening();
    server = launcher.getRemoteProxy();
  }

  /** Waits for the first answer. */
  void initialize(Path folder) {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(uri(folder), "bench")));
    get(server.initialize(params));
  }

  void initialized() {
    server.initialized(new InitializedParams());
  }

  TextDocumentService documents() {
    return server.getTextDocumentService();
  }

  void open(Path file, String text) {
    versions.put(uri(file), 1);
    documents()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "vmn", 1, text)));
  }

  /** What one types: a piece of the text becomes another. */
  void type(Path file, Range range, String text) {
    int version = versions.merge(uri(file), 1, Integer::sum);
    documents()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
  }

  /** Waits until the server says of a file what is expected. */
  synchronized void await(Path file, Predicate<List<Diagnostic>> expected) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String uri = uri(file);
    while (!diagnostics.containsKey(uri) || !expected.test(diagnostics.get(uri))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new IllegalStateException("nothing expected is said of " + uri);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Processor time of the server so far. */
  Duration processor() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What is left after the collector ran, in MB. */
  long heap() throws IOException {
    run("GC.run");
    Matcher used = USED.matcher(run("GC.heap_info"));
    long kilobytes = 0;
    while (used.find()) {
      // Young and old generation; what is said of classes afterwards has another unit's name.
      kilobytes = Math.max(kilobytes, Long.parseLong(used.group(1)));
    }
    return kilobytes / 1000;
  }

  private String run(String command) throws IOException {
    List<String> jcmd = new ArrayList<>();
    jcmd.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    jcmd.add(Long.toString(process.pid()));
    jcmd.add(command);
    Process ran = new ProcessBuilder(jcmd).start();
    return new String(ran.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static String uri(Path file) {
    return file.toUri().toString();
  }

  static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams params) {
    diagnostics.put(params.getUri(), params.getDiagnostics());
    notifyAll();
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
