// Builds the page and the plugin in memory and prints them as one JSON object. A process of its own, so that
// nothing depends on how the caller itself was loaded.
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPlugin } from '../../esbuild.config.mjs';

const workbench = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(workbench));
const page = join(workbench, 'page');

const [bundle, plugin] = await Promise.all([
  build({
    entryPoints: [join(page, 'page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  }),
  buildPlugin({ write: false }),
]);

const read = (...path) => (existsSync(join(...path)) ? readFileSync(join(...path), 'utf8') : '');
const styles = readdirSync(page, { recursive: true })
  .filter((path) => path.endsWith('.css'))
  .sort();

process.stdout.write(
  JSON.stringify({
    html: read(page, 'index.html'),
    js: bundle.outputFiles[0].text,
    css: styles.map((path) => read(page, path)).join('\n'),
    plugin: {
      mainJs: plugin.outputFiles.find(({ path }) => path.endsWith('.js')).text,
      manifest: read(root, 'manifest.json'),
      styles: read(root, 'styles.css'),
    },
  }),
);
