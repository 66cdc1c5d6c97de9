package org.vmn.dsl.ide.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.ide.inlay.InlayHints;

/** Xtext's server with what it gets wrong put right, and what VMN has besides. */
@Singleton
class VmnLanguageServer extends LanguageServerImpl {
  private static final Set<String> PROJECT_FILES = Set.of("vmn.json", "vmn.lock");

  @Inject private Workspace workspace;
  @Inject private Analysis analysis;
  @Inject private Diagnostics diagnostics;
  @Inject private QuickFixes quickFixes;

  private VirtualDocuments virtual = new VirtualDocuments(null);
  private boolean watches;

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    virtual = new VirtualDocuments(params);
    watches = Clients.watchFiles(params);
    getLanguageServerAccess().addBuildListener(analysis);
    if (Clients.refreshesInlayHints(params)) {
      analysis.whenDone(() -> {
        CompletableFuture<Void> unused = getLanguageClient().refreshInlayHints();
      });
    }
    return super.initialize(params)
        .thenApply(result -> {
          String version = VmnLanguageServer.class.getPackage().getImplementationVersion();
          result.setServerInfo(new ServerInfo("vmn", version));
          return result;
        });
  }

  /** Offers only what works: Xtext names services that do nothing until they are written. */
  @Override
  protected ServerCapabilities createServerCapabilities(InitializeParams params) {
    ServerCapabilities capabilities = super.createServerCapabilities(params);
    capabilities.setSignatureHelpProvider(null);
    capabilities.setSemanticTokensProvider(null);
    capabilities.setExecuteCommandProvider(null);
    capabilities.setInlayHintProvider(true);
    capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    capabilities.setCompletionProvider(new CompletionOptions(false, List.of(".", "{")));
    return capabilities;
  }

  @Override
  public void initialized(InitializedParams params) {
    super.initialized(params);
    if (watches) {
      DidChangeWatchedFilesRegistrationOptions files =
          new DidChangeWatchedFilesRegistrationOptions(
              Stream.of("**/*.vmn", "**/vmn.json", "**/vmn.lock")
                  .map(p -> new FileSystemWatcher(Either.forLeft(p)))
                  .toList());
      Registration watch =
          new Registration(UUID.randomUUID().toString(), "workspace/didChangeWatchedFiles", files);
      // An editor that refuses is one that does not tell; LSP4J logs why.
      CompletableFuture<Void> unused =
          getLanguageClient().registerCapability(new RegistrationParams(List.of(watch)));
    }
    runBuildable(workspace::allFiles);
  }

  /** Ends the threads that wait for work. */
  void stop() {
    analysis.stop();
    getRequestManager().shutdown();
  }

  // ---- files

  @Override
  protected Buildable toBuildable(DidOpenTextDocumentParams params) {
    URI uri = getURI(params.getTextDocument());
    return workspace.isFile(uri) ? super.toBuildable(params) : Buildable.NO_BUILD;
  }

  @Override
  protected Buildable toBuildable(DidChangeTextDocumentParams params) {
    return isFile(params.getTextDocument()) ? super.toBuildable(params) : Buildable.NO_BUILD;
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    if (isFile(params.getTextDocument())) {
      analysis.interrupt();
    }
    super.didChange(params);
  }

  @Override
  protected Buildable toBuildable(DidCloseTextDocumentParams params) {
    return isFile(params.getTextDocument()) ? super.toBuildable(params) : Buildable.NO_BUILD;
  }

  @Override
  protected Buildable toBuildable(DidChangeWatchedFilesParams params) {
    params.getChanges().removeIf(change -> !isFile(new TextDocumentIdentifier(change.getUri())));
    return super.toBuildable(params);
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    runBuildable(() -> workspace.didChangeFolders(params));
  }

  /** What a project or a lock says holds for the files beside it and below. */
  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    // Xtext takes out of the list what it doesn't build.
    List<URI> folders =
        params.getChanges().stream()
            .map(e -> URI.createURI(e.getUri()))
            .filter(u -> PROJECT_FILES.contains(u.lastSegment()))
            .map(u -> u.trimSegments(1))
            .toList();
    super.didChangeWatchedFiles(params);
    if (!folders.isEmpty()) {
      analysis.again(workspace.filesBelow(folders));
    }
  }

  private boolean isFile(TextDocumentIdentifier document) {
    return workspace.isFile(getURI(document));
  }

  // ---- answers

  @Override
  protected Diagnostic toDiagnostic(Issue issue) {
    return diagnostics.complete(super.toDiagnostic(issue), issue, virtual);
  }

  @Override
  protected List<Either<Command, CodeAction>> codeAction(
      CodeActionParams params, CancelIndicator cancelIndicator) {
    return quickFixes.at(getURI(params.getTextDocument()), params, this::toDiagnostic);
  }

  @Override
  protected List<? extends Location> definition(
      CancelIndicator cancelIndicator, DefinitionParams params) {
    return virtual.openable(super.definition(cancelIndicator, params));
  }

  @Override
  protected List<? extends Location> references(
      ReferenceParams params, CancelIndicator cancelIndicator) {
    return virtual.openable(super.references(params, cancelIndicator));
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    URI uri = getURI(params.getTextDocument());
    InlayHints hints = getService(uri, InlayHints.class);
    return hints == null
        ? CompletableFuture.completedFuture(List.of())
        : getRequestManager()
            .runRead(cancelIndicator ->
                workspace.doRead(
                    uri,
                    (document, file) ->
                        document == null || file == null
                            ? List.of()
                            : hints.hints(document, file, params.getRange(), cancelIndicator)));
  }

  /** The text of an address that begins with {@code vmn:}; null when there is none. */
  @JsonRequest("vmn/document")
  public CompletableFuture<@Nullable String> document(TextDocumentIdentifier document) {
    return CompletableFuture.completedFuture(virtual.text(document.getUri()).orElse(null));
  }

  // ---- notifications that mean nothing here; LSP4J would log a failure for each

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {}

  @Override
  public void setTrace(SetTraceParams params) {}

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {}
}
