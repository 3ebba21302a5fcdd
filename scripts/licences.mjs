// The licences of what is bundled, as a comment at the end of main.js: the one file of theirs that always ships.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages of which main.js holds parts. scripts/check-bundle.mjs finds one that is missing here. */
export const BUNDLED = ['chrono-node', 'date-fns', 'gray-matter', 'idb', 'js-yaml', 'preact', 'strip-bom-string'];

/**
 * A comment with the name, version and copyright of each package, and each text of a licence once, below the packages
 * that come under it. `modules` is the folder of packages.
 */
export function licenceNotices(modules, packages = BUNDLED) {
  const byText = new Map();
  for (const name of packages) {
    const folder = join(modules, name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
    const words = readFileSync(join(folder, file), 'utf8').replace(/\s+/g, ' ').trim();
    const start = words.indexOf('Permission ');
    const copyright = words.slice(words.search(/Copyright/i), start).trim();
    const text = words.slice(start);
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license}). ${copyright}`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  return `/*! Bundled with parts of:\n\n${parts.join('\n\n')}\n*/`.replace(/\*\/(?!$)/g, '* /');
}

/** The packages that a build took something from and that `packages` does not name. */
export function withoutNotice(inputs, packages = BUNDLED) {
  const used = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
  return [...new Set(used)].filter((name) => !packages.includes(name));
}
