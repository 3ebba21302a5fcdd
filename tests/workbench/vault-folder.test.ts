/** @jest-environment node */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftOut } from '../../scripts/workbench/report';
import { readVaultFolder } from '../../scripts/workbench/vault-folder';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a vault with odd names and a very large note in it is read, and what was left out is told, a line each', async () => {
  writeFileSync(join(folder, 'Large.md'), 'word '.repeat(1_300_000));
  writeFileSync(join(folder, 'Larger.md'), 'word '.repeat(2_100_000));
  writeFileSync(join(folder, '-rf.md'), 'dash');
  writeFileSync(join(folder, 'Two\nlines.md'), 'lines');
  writeFileSync(join(folder, `${'long'.repeat(60)}.md`), 'long');
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]), 'bytes');
  mkdirSync(join(folder, 'Customers'));
  symlinkSync(join(folder, '-rf.md'), join(folder, 'Customers', 'link\n.md'));

  const vault = await readVaultFolder(folder);
  if (!vault.ok) throw new Error(vault.error);
  expect([...vault.value.files.keys()].sort()).toEqual([
    '-rf.md',
    'Large.md',
    'Two\nlines.md',
    `${'long'.repeat(60)}.md`,
  ]);
  expect([...leftOut(vault.value.unreadable)].sort()).toEqual([
    'Left out: Customers/link[U+000A].md. It is a link, and links are not followed.',
    "Left out: Larger.md. It's larger than 10 MB.",
    'Left out: ��.md. Its name is not UTF-8.',
  ]);
});
