package org.vmn.tests.editor;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.server.ServerProcess;

/** An editor without a screen: a server of its own in this process, behind two pipes. */
final class Editor implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Received received = new Received();
  private final Map<String, Integer> versions = new HashMap<>();
  private final Launcher<VmnServer> launcher;
  private final CompletableFuture<Integer> status;
  private final InitializeResult started;
  private final PipedOutputStream toServer = new PipedOutputStream();
  private final PipedOutputStream fromServer = new PipedOutputStream();

  private Editor(@Nullable Path folder, ClientCapabilities capabilities, JsonObject options) {
    try {
      PipedInputStream serverReads = new PipedInputStream(toServer, 1 << 16);
      PipedInputStream editorReads = new PipedInputStream(fromServer, 1 << 16);
      status =
          CompletableFuture.supplyAsync(
              () -> new ServerProcess().serve(serverReads, fromServer), threads);
      launcher =
          new Launcher.Builder<VmnServer>()
              .setLocalService(received)
              .setRemoteInterface(VmnServer.class)
              .setInput(editorReads)
              .setOutput(toServer)
              .setExecutorService(threads)
              .create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    launcher.startListening();
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    params.setInitializationOptions(options);
    if (folder != null) {
      params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "folder")));
      capabilities.setWorkspace(new org.eclipse.lsp4j.WorkspaceClientCapabilities());
      capabilities.getWorkspace().setWorkspaceFolders(true);
      capabilities.getWorkspace().setInlayHint(new InlayHintWorkspaceCapabilities(true));
    }
    started = get(server().initialize(params));
    server().initialized(new InitializedParams());
  }

  /** On a folder; null for a file alone. */
  static Editor on(@Nullable Path folder) {
    return new Editor(folder, new ClientCapabilities(), new JsonObject());
  }

  /** One that shows documents that are no files. */
  static Editor showingVirtualDocuments(Path folder) {
    JsonObject options = new JsonObject();
    options.addProperty("virtualDocuments", true);
    return new Editor(folder, new ClientCapabilities(), options);
  }

  VmnServer server() {
    return launcher.getRemoteProxy();
  }

  Launcher<VmnServer> launcher() {
    return launcher;
  }

  InitializeResult started() {
    return started;
  }

  /** The server's exit status, once it is done. */
  CompletableFuture<Integer> status() {
    return status;
  }

  /** Writes a file, where no editor is open on it: at once, since a server may be reading. */
  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text);
      return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file and opens it. */
  Path open(Path file, String text) {
    write(file, text);
    versions.put(uri(file), 1);
    server()
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "vmn", 1, text)));
    return file;
  }

  /** Changes the text of an open file, not the one on disk. */
  void change(Path file, String text) {
    int version = versions.merge(uri(file), 1, Integer::sum);
    server()
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version),
                List.of(new TextDocumentContentChangeEvent(text))));
  }

  /** Waits until the diagnostics of a file are as expected. */
  List<Diagnostic> diagnostics(Path file, Predicate<List<Diagnostic>> expected) {
    return received.diagnostics(uri(file), expected, PATIENCE_SECONDS);
  }

  @Nullable String hover(Path file, Position at) {
    var hover = get(server().getTextDocumentService().hover(new HoverParams(id(file), at)));
    return hover == null || hover.getContents().isLeft()
        ? null
        : hover.getContents().getRight().getValue();
  }

  /** Waits until the server says once more that its inlay hints are others now. */
  void refreshed() {
    received.refreshed(PATIENCE_SECONDS);
  }

  List<InlayHint> inlayHints(Path file, Range shown) {
    return get(server().getTextDocumentService().inlayHint(new InlayHintParams(id(file), shown)));
  }

  /** What the editor offers to do about what is wrong at a place. */
  List<CodeAction> quickFixes(Path file, Position at) {
    var params =
        new CodeActionParams(id(file), new Range(at, at), new CodeActionContext(List.of()));
    return get(server().getTextDocumentService().codeAction(params)).stream()
        .map(Either::getRight)
        .toList();
  }

  List<CompletionItem> completion(Path file, Position at) {
    var answer =
        get(server().getTextDocumentService().completion(new CompletionParams(id(file), at)));
    return answer.isLeft() ? answer.getLeft() : answer.getRight().getItems();
  }

  List<? extends Location> definition(Path file, Position at) {
    return get(server().getTextDocumentService().definition(new DefinitionParams(id(file), at)))
        .getLeft();
  }

  /** The files that have a symbol of such a name. */
  List<String> symbols(String query) {
    var answer = get(server().getWorkspaceService().symbol(new WorkspaceSymbolParams(query)));
    return answer.getRight().stream()
        .map(symbol -> symbol.getLocation().getLeft().getUri())
        .toList();
  }

  /** The text behind an address that is no file. */
  String virtualDocument(String uri) {
    return get(server().document(new TextDocumentIdentifier(uri)));
  }

  static TextDocumentIdentifier id(Path file) {
    return new TextDocumentIdentifier(uri(file));
  }

  /** As editors write it: an empty authority, blanks escaped. */
  static String uri(Path file) {
    return file.toUri().toString();
  }

  /** Where a piece of text begins. */
  static Position at(String text, String piece) {
    int offset = text.indexOf(piece);
    if (offset < 0) {
      throw new IllegalArgumentException("no `" + piece + "` in the text");
    }
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Position(line, offset - (text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1));
  }

  /** Where a piece of text ends. */
  static Position after(String text, String piece) {
    Position start = at(text, piece);
    return new Position(start.getLine(), start.getCharacter() + piece.length());
  }

  static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("no answer", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    }
  }

  /** Closes the stream, as an editor does that is killed. */
  void hangUp() {
    try {
      toServer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    hangUp();
    get(status);
    try {
      fromServer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdown();
  }
}
