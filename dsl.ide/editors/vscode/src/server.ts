import * as fs from 'node:fs';
import * as path from 'node:path';
import { Executable } from 'vscode-languageclient/node';

/** There is no server to start; the message says what was looked for. */
export class ServerNotFound extends Error {}

/**
 * The command that starts the server.
 *
 * @param configured what the setting says: the program, its jar, or nothing
 * @param javaHome the JDK to run on, or nothing
 */
export function findServer(configured: string, javaHome: string): Executable {
  const program = configured === '' ? onPath('vmn') : configured;
  if (program === undefined) {
    throw new ServerNotFound('the program `vmn` is not on the PATH. Install it, or say in the settings where it is.');
  }
  if (!path.isAbsolute(program)) {
    throw new ServerNotFound(`the setting vmn.server.path must be an absolute path, and is \`${program}\`.`);
  }
  if (!fs.existsSync(program)) {
    throw new ServerNotFound(`there is no file \`${program}\`, which the setting vmn.server.path names.`);
  }
  const environment = javaHome === '' ? process.env : { ...process.env, JAVA_HOME: javaHome };
  if (program.endsWith('.jar')) {
    return { command: java(javaHome), args: ['-jar', program, 'lsp'], options: { env: environment } };
  }
  return { command: program, args: ['lsp'], options: { env: environment } };
}

function java(home: string): string {
  const program = home === '' ? onPath('java') : path.join(home, 'bin', executable('java'));
  if (program === undefined || !fs.existsSync(program)) {
    throw new ServerNotFound('there is no Java to run `vmn.jar`. Say in the settings where a JDK, 21 or newer, is.');
  }
  return program;
}

/** Folders of the PATH that are not absolute are left out: a workspace must not bring its own `vmn`. */
function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(folder => path.isAbsolute(folder))
    .map(folder => path.join(folder, executable(name)))
    .find(program => fs.existsSync(program));
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
