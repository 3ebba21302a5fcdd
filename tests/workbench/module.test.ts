import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as standIn from '../../scripts/workbench/obsidian/index';

/** What the stand-in says openly that it leaves out; docs/workbench.md says the same. */
const LEFT_OUT = [
  // Libraries that Obsidian loads when they are wanted
  'finishRenderMath',
  'loadMathJax',
  'loadMermaid',
  'loadPdfJs',
  'loadPrism',
  'renderMath',
  // A form for secrets, tasks at the end of the app
  'SecretComponent',
  'Tasks',
];

test('the module has every name of obsidian.d.ts but those that it leaves out', () => {
  const contract = readFileSync(createRequire(__filename).resolve('obsidian/obsidian.d.ts'), 'utf8');
  const names = [...contract.matchAll(/^export (?:abstract )?(?:class|function|const|let|enum) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const missing = [...new Set(names)].filter((name) => name !== undefined && !(name in standIn));
  expect(missing.sort()).toEqual([...LEFT_OUT].sort());
});

test('it adds nothing that Obsidian does not have', () => {
  const contract = readFileSync(createRequire(__filename).resolve('obsidian/obsidian.d.ts'), 'utf8');
  expect(Object.keys(standIn).filter((name) => !new RegExp(`^export .*\\b${name}\\b`, 'm').test(contract))).toEqual([]);
});
