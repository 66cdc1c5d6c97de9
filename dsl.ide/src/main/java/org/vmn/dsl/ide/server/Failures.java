package org.vmn.dsl.ide.server;

import com.google.common.base.Throwables;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What the editor is told when a request fails. */
final class Failures {
  private Failures() {}

  /**
   * Methods that the server lacks answer so: LSP4J and Xtext throw for them, which would be
   * reported as an internal error.
   */
  static ResponseError toError(Throwable failure) {
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      if (cause instanceof ResponseErrorException known) {
        return known.getResponseError();
      }
      if (cause instanceof UnsupportedOperationException) {
        return new ResponseError(
            ResponseErrorCode.MethodNotFound, "the server has no such method", null);
      }
    }
    return RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(failure);
  }
}
