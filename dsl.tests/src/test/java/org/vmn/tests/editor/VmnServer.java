package org.vmn.tests.editor;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;

/** The protocol, with what VMN adds to it. */
public interface VmnServer extends LanguageServer {

  @JsonRequest("vmn/document")
  CompletableFuture<String> document(TextDocumentIdentifier document);
}
