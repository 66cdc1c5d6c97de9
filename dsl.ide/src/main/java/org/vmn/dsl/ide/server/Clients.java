package org.vmn.dsl.ide.server;

import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/** What an editor says that it can do. */
final class Clients {
  private Clients() {}

  /** Whether it tells of files that others change, when it is asked to. */
  static boolean watchFiles(InitializeParams params) {
    return Optional.ofNullable(params.getCapabilities())
        .map(ClientCapabilities::getWorkspace)
        .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
        .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
        .orElse(false);
  }

  /** Whether it asks for inlay hints again, when it is told to. */
  static boolean refreshesInlayHints(InitializeParams params) {
    return Optional.ofNullable(params.getCapabilities())
        .map(ClientCapabilities::getWorkspace)
        .map(WorkspaceClientCapabilities::getInlayHint)
        .map(InlayHintWorkspaceCapabilities::getRefreshSupport)
        .orElse(false);
  }
}
