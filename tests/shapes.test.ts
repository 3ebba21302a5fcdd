import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sourceKeys } from '../src/core/graph/problems';
import { readVault } from '../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { reportOf } from '../scripts/workbench/report';
import { readVaultFolder } from '../scripts/workbench/vault-folder';
import { differences, type Expected } from './shapes/judge';

const SHAPES = join(__dirname, 'shapes');
const cases = readdirSync(SHAPES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(SHAPES, name, 'expect.json'), 'utf8')) as Expected;

describe('notes as tools and people write them are read as a sensible reader would,', () => {
  test.each(cases.map((name) => [name, expectedOf(name).about] as const))('%s: %s', async (name) => {
    const expected = expectedOf(name);
    const vault = await readVaultFolder(join(SHAPES, name, 'vault'));
    if (!vault.ok) throw new Error(vault.error);
    const settings = { ...DEFAULT_SETTINGS, ...expected.settings };
    const report = reportOf(
      readVault(vault.value.files, settings),
      { today: '2026-11-22', settings },
      sourceKeys(vault.value.paths),
    );
    const unreadable = vault.value.unreadable.map(({ path }) => path);
    expect(differences(expected, { ...report, unreadable })).toEqual([]);
  });
});
