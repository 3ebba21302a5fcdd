// Which files of chrono-node others stand in for: for esbuild's bundle, and for Jest, so that the tests read days as
// the plugin does.
import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The paths of the files that are replaced. */
export const REPLACED = /chrono-node[\\/]dist[\\/](?:esm|cjs)[\\/](?:locales[\\/]en[\\/]configuration|timezone)\.js$/;

const instead = (path) => readFileSync(new URL(basename(path), import.meta.url), 'utf8');

/** For esbuild. */
export const chronoDays = {
  name: 'chrono-days',
  setup({ onLoad }) {
    onLoad({ filter: REPLACED }, ({ path }) => ({ contents: instead(path) }));
  },
};

/** For Jest: a transformer of the replaced files alone. */
export default {
  process: (_, path) => ({
    code: transformSync(instead(path), {
      filename: path,
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022' },
    }).code,
  }),
};
