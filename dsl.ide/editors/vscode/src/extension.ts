import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn } from 'vscode-languageclient/node';
import { findServer, ServerNotFound } from './server';
import { showVirtualDocuments } from './virtual';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    showVirtualDocuments(() => client),
    vscode.commands.registerCommand('vmn.restart', restart),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('vmn.server') || change.affectsConfiguration('vmn.java')) {
        void restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  // A server that failed to start can't be stopped; there is nothing to do about it.
  await old?.dispose().catch(() => undefined);
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('vmn');
  try {
    const server = findServer(settings.get('server.path', ''), settings.get('java.home', ''));
    client = new LanguageClient('vmn', 'VMN', server, {
      documentSelector: [{ scheme: 'file', language: 'vmn' }],
      initializationOptions: { virtualDocuments: true },
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    });
    await client.start();
  } catch (problem) {
    await explain(problem instanceof Error ? problem : new Error(String(problem)));
  }
}

/** Says why there is no server, and leads to where that can be changed. */
async function explain(problem: Error): Promise<void> {
  const settings = 'Open Settings';
  const again = 'Try Again';
  const output = 'Show Output';
  const buttons = problem instanceof ServerNotFound ? [settings, again] : [output, settings, again];
  const chosen = await vscode.window.showErrorMessage(`VMN: ${problem.message}`, ...buttons);
  if (chosen === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:vmn.vmn');
  } else if (chosen === again) {
    await restart();
  } else if (chosen === output) {
    client?.outputChannel.show();
  }
}
