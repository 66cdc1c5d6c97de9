import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
const grammarFile = new URL('../syntaxes/vmn.tmLanguage.json', import.meta.url);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
    createOnigString: text => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), 'vmn.tmLanguage.json'),
});
const grammar = await registry.loadGrammar('source.vmn');

/** Pieces of text with their innermost scope; those without a scope of their own are left out. */
function scopes(text) {
  const found = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const token of result.tokens) {
      const scope = token.scopes.at(-1);
      if (scope !== 'source.vmn') {
        found.push([line.slice(token.startIndex, token.endIndex), scope.replace(/\.vmn$/, '')]);
      }
    }
  }
  return found;
}

/** Checks the scopes of the pieces that are listed. */
function check(text, expected) {
  const found = scopes(text);
  for (const [piece, scope] of expected) {
    const at = found.findIndex(([t, s]) => t === piece && s === scope);
    assert.ok(at >= 0, `\`${piece}\` is not ${scope} in ${JSON.stringify(found)}`);
    found.splice(at, 1);
  }
}

test('declarations', () => {
  check('vm web[4] : node { nic front }', [
    ['vm', 'storage.type'],
    ['web', 'entity.name.type'],
    ['4', 'constant.numeric'],
    ['nic', 'keyword.other'],
  ]);
  check('segment my-lan in tenant { subnet 10.0.0.0/24, 2001:db8::/64 }', [
    ['segment', 'storage.type'],
    ['my-lan', 'entity.name.type'],
    ['in', 'keyword.operator.word'],
    ['10.0.0.0/24', 'constant.numeric.address'],
    ['2001:db8::/64', 'constant.numeric.address'],
  ]);
  // A kind that is a name, and kinds that name no declaration.
  check('vm host\nspread host\nassert any 1 of host, vm down => a reaches b', [
    ['host', 'entity.name.type'],
    ['host', 'storage.type'],
    ['host', 'storage.type'],
    ['vm', 'storage.type'],
    ['any', 'keyword.control'],
    ['down', 'keyword.control'],
    ['=>', 'keyword.operator'],
  ]);
});

test('literals', () => {
  check('memory 4 GiB; loss 0.5 %; load 500 .. 20000 req/s; mac 52:54:00:12:34:56', [
    ['4', 'constant.numeric'],
    ['GiB', 'keyword.other.unit'],
    ['0.5', 'constant.numeric'],
    ['%', 'keyword.other.unit'],
    ['..', 'keyword.operator'],
    ['req/s', 'keyword.other.unit'],
    ['52:54:00:12:34:56', 'constant.numeric.mac'],
  ]);
  check('user ops key "a \\" b" // said', [
    ['"', 'string.quoted.double'],
    ['\\"', 'constant.character.escape'],
    ['// said', 'comment.line.double-slash'],
  ]);
  check('/// Where the office is.\n/* any\nvm */', [
    ['/// Where the office is.', 'comment.line.documentation'],
    [' any', 'comment.block'],
    ['vm ', 'comment.block'],
  ]);
});

test('names that hold words', () => {
  const found = scopes('allow on-call -> web-in : any-port');
  assert.deepEqual(
    found.filter(([, scope]) => scope.startsWith('keyword')).map(([text]) => text),
    ['allow', '->'],
  );
});

test('policy', () => {
  check('allow web -> db : postgres\nallow any->db : 443/tcp log\npolicy default deny', [
    ['allow', 'keyword.control'],
    ['->', 'keyword.operator'],
    ['any', 'keyword.control'],
    ['443', 'constant.numeric'],
    ['tcp', 'constant.language'],
    ['log', 'keyword.other'],
    ['deny', 'keyword.control'],
  ]);
  check('balancer www on 192.0.2.10:443/tcp -> web : shop', [
    ['www', 'entity.name.type'],
    ['192.0.2.10', 'constant.numeric.address'],
    ['443', 'constant.numeric'],
    ['tcp', 'constant.language'],
  ]);
});

test('words of rules', () => {
  const rule = 'rule "small" warning { every vm where count > 1 and (size < 2 or has label kind) { no nic { open }\n  name matches "w*" } }';
  check(rule, [
    ['rule', 'storage.type'],
    ['every', 'keyword.control'],
    ['vm', 'storage.type'],
    ['where', 'keyword.control'],
    ['count', 'keyword.other'],
    ['size', 'keyword.other'],
    ['has', 'keyword.control'],
    ['open', 'keyword.other'],
    ['name', 'keyword.other'],
    ['matches', 'keyword.control'],
  ]);
  // Behind a rule, and where there is none, they are names.
  const after = scopes(rule + '\nvm web[count] { cpu size; label kind name }\nvm open { nic some }');
  const words = after.slice(scopes(rule).length).map(([text]) => text);
  for (const word of ['count', 'size', 'kind', 'name', 'some']) {
    assert.ok(!words.includes(word), word);
  }
  check(rule + '\nvm web { nic lan }', [
    ['web', 'entity.name.type'],
    ['nic', 'keyword.other'],
  ]);
});
