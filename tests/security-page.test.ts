import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(__dirname, '..');

test('each promise of the page on security names a test that is there', () => {
  const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
  const section = page.slice(page.indexOf('## What is promised'), page.indexOf('## What it uses'));
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| promise'));
  expect(rows.length).toBeGreaterThan(10);
  const missing = rows.flatMap((row) => {
    const paths = [...row.matchAll(/`((?:tests|scripts)\/[^`]+)`/g)].map(([, path]) => path!);
    return paths.length === 0 ? [row] : paths.filter((path) => !existsSync(join(root, path)));
  });
  expect(missing).toEqual([]);
});
