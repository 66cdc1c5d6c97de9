import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

/** Shows what comes with VMN and is no file: modules of the standard library, pages of diagnostics. */
export function showVirtualDocuments(client: () => LanguageClient | undefined): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider('vmn', {
    async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
      const text = await client()?.sendRequest<string | null>('vmn/document', { uri: uri.toString(true) });
      return text ?? '';
    },
  });
}
