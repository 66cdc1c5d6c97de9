// Bundles the extension into target/, with the licence and those of what is bundled.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

mkdirSync('target', { recursive: true });
const { metafile } = await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'target/extension.js',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  metafile: true,
});

copyFileSync('../../../LICENSE', 'target/LICENSE.txt');
const packages = new Set(
  Object.keys(metafile.inputs)
    .map(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
    .filter(name => name !== undefined),
);
const notices = [...packages].sort().map(name => {
  const folder = `node_modules/${name}`;
  const licence = readdirSync(folder).find(file => /^licen[cs]e/i.test(file));
  const text = licence === undefined ? '' : readFileSync(`${folder}/${licence}`, 'utf8').trim();
  return `${name}\n\n${text}\n`;
});
writeFileSync('target/NOTICES.txt', notices.join(`\n${'-'.repeat(72)}\n\n`));
