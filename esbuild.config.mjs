// Builds the plugin: one minified main.js beside manifest.json.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { kilobytes, OLDEST_ENGINES } from './scripts/bundle-faults.mjs';
import { chronoDays } from './scripts/chrono-days/instead.mjs';
import { licenceNotices } from './scripts/licences.mjs';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * gray-matter carries engines that run code (`---js`), reads files and wants Node's Buffer.
 * The bundle gets YAML alone, no file system, and a Buffer that is never one. What writes front matter or cuts a text
 * into sections is never called, and of the kinds of values only objects and texts are told apart.
 */
const safeGrayMatter = {
  name: 'safe-gray-matter',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/engines$|^\.\/lib\/engines$/ }, (args) =>
      args.importer.includes('gray-matter') ? { path: 'engines', namespace: 'safe-gray-matter' } : undefined,
    );
    onResolve({ filter: /^fs$/ }, (args) =>
      args.importer.includes('gray-matter') ? { path: 'fs', namespace: 'safe-gray-matter' } : undefined,
    );
    onResolve({ filter: /^section-matter$|^\.\/(?:lib\/)?stringify$/ }, (args) =>
      args.importer.includes('gray-matter') ? { path: 'never-called', namespace: 'safe-gray-matter' } : undefined,
    );
    onResolve({ filter: /^kind-of$/ }, (args) =>
      args.importer.includes('gray-matter') ? { path: 'kind-of', namespace: 'safe-gray-matter' } : undefined,
    );
    // Its YAML brings types that run code (`!!js/function`) with the full schema, which `safeLoad` never uses, and asks
    // Node for Buffer in `!!binary`.
    onResolve({ filter: /\/schema\/default_full$/ }, (args) => ({
      path: join(args.resolveDir, 'schema', 'default_safe.js'),
    }));
    onResolve({ filter: /\/type\/binary$/ }, () => ({ path: 'binary', namespace: 'safe-gray-matter' }));
    onLoad({ filter: /^binary$/, namespace: 'safe-gray-matter' }, () => ({
      contents: `const Type = require('js-yaml/lib/js-yaml/type');
        module.exports = new Type('tag:yaml.org,2002:binary', { kind: 'scalar' });`,
      resolveDir: join(root, 'node_modules', 'gray-matter', 'lib'),
    }));
    // Of what is wrong with YAML, the line is told; the snippet that its errors print is not.
    onResolve({ filter: /^\.\/mark$/ }, (args) =>
      args.importer.includes('js-yaml') ? { path: 'mark', namespace: 'safe-gray-matter' } : undefined,
    );
    onLoad({ filter: /^mark$/, namespace: 'safe-gray-matter' }, () => ({
      contents: 'module.exports = function (name, buffer, position, line) { this.line = line; };',
    }));
    // No note is ever written by it: the part that prints YAML stays out.
    onLoad({ filter: /^engines$/, namespace: 'safe-gray-matter' }, () => ({
      contents: `const { safeLoad } = require('js-yaml/lib/js-yaml/loader');
        module.exports = { yaml: { parse: (text) => safeLoad(text) } };`,
      resolveDir: join(root, 'node_modules', 'gray-matter', 'lib'),
    }));
    onLoad({ filter: /^never-called$/, namespace: 'safe-gray-matter' }, () => ({ contents: '' }));
    onLoad({ filter: /^kind-of$/, namespace: 'safe-gray-matter' }, () => ({
      contents: 'module.exports = (value) => typeof value;',
    }));
    onLoad({ filter: /^fs$/, namespace: 'safe-gray-matter' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Builds the plugin. `outfile` is a path, `write: false` returns the text instead; the result carries esbuild's
 * metafile.
 */
export function buildPlugin({ outfile = join(root, 'main.js'), write = true } = {}) {
  return build({
    entryPoints: [join(root, 'src', 'main.ts')],
    outfile,
    write,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'cjs',
    platform: 'browser',
    // The oldest engines that it runs on; scripts/bundle-faults.mjs says which of their functions are missing.
    target: OLDEST_ENGINES,
    // They know `?.`, but fail where a list is spread behind it, which scripts/bundle-faults.mjs looks for. Of the classes
    // of characters, they lack those of newer scripts; none is used.
    supported: { 'optional-chain': true, 'regexp-unicode-property-escapes': true },
    // Elements as calls of `h`: the calls of the automatic runtime name their children each time, which takes 2 kB.
    tsconfigRaw: { compilerOptions: { strict: true, jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
    external: ['obsidian', '@codemirror/state', '@codemirror/view', '@codemirror/language'],
    inject: [join(root, 'scripts', 'no-buffer.js'), join(root, 'scripts', 'jsx.js')],
    plugins: [safeGrayMatter, chronoDays],
    // The app reads it as UTF-8: quotes and dots of sentences need not be escaped.
    charset: 'utf8',
    legalComments: 'none',
    footer: { js: licenceNotices(join(root, 'node_modules')) },
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await buildPlugin();
  writeFileSync(join(root, 'meta.json'), JSON.stringify(result.metafile));
  const bytes =
    result.metafile.outputs[Object.keys(result.metafile.outputs).find((name) => name.endsWith('main.js'))].bytes;
  console.log(`main.js ${kilobytes(bytes)}`);
}
