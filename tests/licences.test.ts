import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { BUNDLED, licenceNotices, withoutNotice } from '../scripts/licences.mjs';

const MODULES = join(__dirname, '..', 'node_modules');

test('the notices name each package with its copyright, and hold each licence once', () => {
  const notices = licenceNotices(MODULES);
  for (const name of BUNDLED)
    expect(notices).toMatch(new RegExp(`^${name} \\d[\\d.]* \\((?:MIT|ISC)\\)\\. Copyright .*\\d{4}`, 'm'));
  expect(notices.match(/Permission is hereby granted/g)).toHaveLength(1);
  expect(notices.match(/Permission to use/g)).toHaveLength(1);
  expect(notices.indexOf('*/')).toBe(notices.length - 2);
});

test('a package that is bundled without notice is found', () => {
  expect(withoutNotice(['src/main.ts', 'node_modules/preact/a.js', 'node_modules/@a/b/c.js'])).toEqual(['@a/b']);
});
