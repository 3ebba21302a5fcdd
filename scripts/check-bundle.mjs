// Builds main.js and checks what would break it on a phone, in a review, or in a hostile note. Prints what takes the
// bytes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFaults, kilobytes } from './bundle-faults.mjs';
import { ensureInstalled, root } from './install.mjs';
import { BUNDLED, withoutNotice } from './licences.mjs';

const LIVE_MARKUP =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|document\.write)\b/;

/**
 * The sources of ours that write markup into the page; a library may hold such code for props that we never give it.
 */
function markupFaults(inputs) {
  return inputs
    .filter((input) => input.startsWith('src/'))
    .flatMap((input) => {
      const found = LIVE_MARKUP.exec(readFileSync(join(root, input), 'utf8'));
      return found === null ? [] : [`${input} makes markup of text: ${found[0]}`];
    });
}

/**
 * What is wrong with styles.css, a sentence each: a brace that is left open takes all rules below it with it, and
 * nothing else says so.
 */
async function styleFaults() {
  const { transform } = await import('esbuild');
  const { warnings } = await transform(readFileSync(join(root, 'styles.css'), 'utf8'), {
    loader: 'css',
    logLevel: 'silent',
  });
  return warnings.map(({ text, location }) => `styles.css, line ${location.line}: ${text}`);
}

/** What the licences of bundled packages ask for and main.js does not say. */
function noticeFaults(code, inputs) {
  return [
    ...withoutNotice(inputs).map((name) => `it holds parts of ${name} without its licence (scripts/licences.mjs)`),
    ...BUNDLED.filter((name) => !code.slice(code.lastIndexOf('/*!')).includes(`${name} `)).map(
      (name) => `the licence of ${name} is not at its end`,
    ),
  ];
}

/** Bytes of the bundle by package and by folder of ours, largest first. */
export function bytesByPart(output) {
  const parts = new Map();
  let known = 0;
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
    const part = partOf(input);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    known += bytesInOutput;
  }
  parts.set('between the files', output.bytes - known);
  return [...parts].filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a);
}

function partOf(input) {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
  if (name !== undefined) return name;
  if (input.includes(':')) return input.slice(0, input.indexOf(':'));
  return input
    .split('/')
    .slice(0, input.startsWith('src/core/') || input.startsWith('src/ui/') ? 3 : 2)
    .join('/');
}

/** Builds the bundle; gives its faults and the table of its bytes. */
export async function checkBundle() {
  const [{ buildPlugin }, { default: ts }] = await Promise.all([import('../esbuild.config.mjs'), import('typescript')]);
  const { metafile } = await buildPlugin();
  const [, output] = Object.entries(metafile.outputs).find(([name]) => name.endsWith('main.js'));
  const code = readFileSync(join(root, 'main.js'), 'utf8');
  const rows = [...bytesByPart(output), ['main.js', output.bytes]];
  const width = Math.max(...rows.map(([part]) => part.length));
  return {
    bytes: output.bytes,
    faults: [
      ...bundleFaults(code, ts),
      ...markupFaults(Object.keys(output.inputs)),
      ...noticeFaults(code, Object.keys(output.inputs)),
    ],
    table: rows
      .map(
        ([part, bytes]) =>
          `  ${part.padEnd(width)} ${kilobytes(bytes).padStart(9)} ${`${((100 * bytes) / output.bytes).toFixed(1)} %`.padStart(8)}`,
      )
      .join('\n'),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  const { faults, table } = await checkBundle();
  console.log(table);
  const styles = await styleFaults();
  for (const fault of [...faults.map((fault) => `main.js: ${fault}`), ...styles]) console.error(fault);
  process.exitCode = faults.length + styles.length > 0 ? 1 : 0;
}
