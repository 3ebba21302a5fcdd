import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import layers from './architecture/layers.json';
import { breaches, importBreachesBelow, type Layers } from './architecture/rules';
import { textOutsideWords } from './architecture/text-for-people';
import workbenchLayers from './architecture/workbench-layers.json';

const root = join(__dirname, '..');

function readTree(folders: readonly string[]): ReadonlyMap<string, string> {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  );
  return new Map(
    paths
      .filter((path) => /\.(?:tsx?|mjs|js)$/.test(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

test('the source keeps the rules of the house', () => {
  expect(breaches(readTree(['src', 'tests', 'scripts']), layers)).toEqual([]);
});

test('no text for people stands outside of the words', () => {
  expect(textOutsideWords(readTree(['src']))).toEqual([]);
});

test('the workbench keeps its folders apart, and nothing in it imports in a circle', () => {
  const tree = readTree(['src', 'scripts']);
  expect(importBreachesBelow('scripts/workbench', tree, { ...layers, ...workbenchLayers })).toEqual([]);
});

describe('the rules find', () => {
  const invented: Layers = {
    'src/core/low': { may: [], packages: ['dates'] },
    'src/core/high': { may: ['src/core/low'], packages: [] },
    'src/outer': { may: ['src/core'], packages: ['obsidian'] },
    'src/outer/inner': { may: ['src/core', 'src/outer'], packages: [] },
    'src/table': { may: ['src/core'], types: ['src/outer'], packages: [] },
    'src/main.ts': { may: ['src/core', 'src/outer', 'src/table'], packages: ['obsidian'] },
  };
  const found = (files: Readonly<Record<string, string>>): readonly string[] =>
    breaches(new Map(Object.entries(files)), invented);

  test('nothing in a tree that keeps them', () => {
    expect(
      found({
        'src/core/low/day.ts': `import { add } from 'dates/add';\nexport const later = (day: string): string => add(new Date(day), { process: 1 }.process);`,
        'src/core/high/list.ts': `import { later } from '../low/day';\nexport const list = [later(''), /(?<year>x)\\(?<=/];`,
        'src/outer/view.tsx': `import { Plugin } from 'obsidian';\nimport { list } from '../core/high/list';\nexport const view = <p>{[Plugin, list, window]}</p>;`,
        'src/outer/inner/part.ts': `import { view } from '../view';\nexport const part = view;`,
        'src/table/rows.ts': `import type { view } from '../outer/view';\nexport type Rows = typeof view;`,
        'src/main.ts': `import { view } from './outer/view';\nconsole.error(view, Date.now());`,
      }),
    ).toEqual([]);
  });

  test.each([
    ['an import', `import { a } from '../high/a';`],
    ['an import of a type', `import type { a } from '../high/a';`],
    ['an import for its effect', `import '../high/a';`],
    ['a name passed on', `export { a } from '../high/a';\nexport const b = 1;`],
    ['everything passed on', `export * from '../high/a';\nexport const b = 1;`],
    ['a late import', `export const late = async () => (await import('../high/a')).a;`],
    ['a type of an import', `export type A = import('../high/a').A;`],
    ['a require', `export const a = require('../high/a');`],
    ['an import by equals', `import a = require('../high/a');\nexport const b = a;`],
    ['a reference', `/// <reference path="../high/a.ts" />\nexport const b = 1;`],
  ])('a layer breach in %s', (_form, text) => {
    expect(
      found({ 'src/core/low/b.ts': text, 'src/core/high/a.ts': '' }).filter((breach) =>
        breach.includes('may not import'),
      ),
    ).toEqual(['src/core/low/b.ts imports src/core/high/a.ts; src/core/low may not import src/core/high']);
  });

  test.each([
    `import type { App } from 'obsidian';`,
    `export type App = import('obsidian').App;`,
    `export const app = () => import('obsidian');`,
    `/// <reference types="obsidian" />`,
  ])('a package that a layer may not import: %s', (text) => {
    expect(found({ 'src/core/low/b.ts': text })).toEqual([
      'src/core/low/b.ts imports the package obsidian; src/core/low may not',
    ]);
  });

  test('a package whose name only starts like one that is allowed', () => {
    expect(found({ 'src/core/low/b.ts': `import 'dates-and-more';` })).toHaveLength(1);
  });

  test('an import of a value where a type alone is allowed', () => {
    expect(
      found({ 'src/table/rows.ts': `import { type view } from '../outer/view';`, 'src/outer/view.ts': '' }),
    ).toEqual(['src/table/rows.ts imports src/outer/view.ts; src/table may import src/outer by type only']);
  });

  test('an import of a value of a package that is allowed by type only', () => {
    const layersOfParts: Layers = { parts: { may: [], packages: [], packageTypes: ['obsidian'] } };
    const foundBelow = (text: string): readonly string[] =>
      importBreachesBelow('parts', new Map([['parts/a.ts', text]]), layersOfParts);
    expect(foundBelow(`import type { App } from 'obsidian';`)).toEqual([]);
    expect(foundBelow(`import { App } from 'obsidian';`)).toEqual([
      'parts/a.ts imports the package obsidian; parts may by type only',
    ]);
  });

  test('a circle of types in a folder that has a table of its own', () => {
    const tree = new Map([
      ['parts/low/a.ts', `import type { B } from './b';`],
      ['parts/low/b.ts', `import type { A } from './a';`],
      ['src/a.ts', `import './a';`],
    ]);
    expect(importBreachesBelow('parts', tree, { 'parts/low': { may: [], packages: [] } })).toEqual([
      'Imports go in a circle: parts/low/a.ts → parts/low/b.ts → parts/low/a.ts',
    ]);
  });

  test('an import of a layer that lies within one', () => {
    expect(found({ 'src/outer/view.ts': `import './inner/part';`, 'src/outer/inner/part.ts': '' })).toEqual([
      'src/outer/view.ts imports src/outer/inner/part.ts; src/outer may not import src/outer/inner',
    ]);
  });

  test('whoever imports main', () => {
    expect(found({ 'src/outer/view.ts': `import type Main from '../main';`, 'src/main.ts': '' })).toEqual([
      'src/outer/view.ts imports src/main.ts; src/outer may not import src/main.ts',
    ]);
  });

  test('an import that cannot be followed', () => {
    expect(
      found({
        'src/core/low/b.ts':
          'export const a = (name: string) => import(`./${name}`);\nimport "./gone";\nimport "../../other/a";',
        'src/other/a.ts': '',
      }),
    ).toEqual([
      'src/core/low/b.ts imports a computed name',
      'src/core/low/b.ts imports ./gone, which is not there',
      'src/core/low/b.ts imports src/other/a.ts, which belongs to no layer',
      'src/other/a.ts belongs to no layer',
    ]);
  });

  test.each([
    [['a', 'b', 'a'], { a: `import './b';`, b: `import type { A } from './a';` }],
    [
      ['a', 'b', 'c', 'a'],
      {
        a: `import './b';`,
        b: `export * from './c';\nexport const b = 1;`,
        c: `export const late = () => import('./a');`,
      },
    ],
    [['a', 'a'], { a: `import './a';` }],
  ])('a circle %s', (around, files) => {
    const path = (name: string): string => `src/core/low/${name}.ts`;
    expect(found(Object.fromEntries(Object.entries(files).map(([name, text]) => [path(name), text])))).toEqual([
      `Imports go in a circle: ${around.map(path).join(' → ')}`,
    ]);
  });

  test.each([
    'document.title',
    'window',
    'console.log(1)',
    'process.env',
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'setTimeout(() => 1)',
    'globalThis.document',
  ])('the world outside in the core: %s', (expression) => {
    expect(found({ 'src/core/low/b.ts': `export const b = ${expression};` })).not.toEqual([]);
    expect(found({ 'src/outer/b.ts': `export const b = ${expression};` })).toEqual([]);
  });

  test.each(['/(?<=a)b/', '/(?<!a)b/u', `new RegExp('(?<!a)b')`, 'new RegExp(`(?<=${a})b`)', '/\\\\\\\\(?<=a)/'])(
    'a look-behind: %s',
    (expression) => {
      expect(found({ 'src/outer/b.ts': `export const b = ${expression};` })).toEqual([
        expect.stringContaining('look-behind'),
      ]);
    },
  );

  test('a long file, wherever it is', () => {
    expect(
      found({
        'tests/a.test.ts': 'x\n'.repeat(400),
        'workbench/b.ts': 'x\n'.repeat(401),
        'scripts/c.mjs': 'x\n'.repeat(400) + 'x',
      }),
    ).toEqual([
      'workbench/b.ts has 401 lines; a file has 400 at most',
      'scripts/c.mjs has 401 lines; a file has 400 at most',
    ]);
  });

  test.each([
    ['src/core/low/index.ts', `export const own = 1;`],
    ['src/core/low/all.ts', `import { b } from './b';\nexport { b };\nexport * from './c';`],
  ])('a barrel: %s', (path, text) => {
    expect(found({ [path]: text, 'src/core/low/b.ts': '', 'src/core/low/c.ts': '' })).toEqual([`${path} is a barrel`]);
  });

  test.each([
    ['src/core/low/text-utils.ts', ''],
    ['src/outer/helpers/draw.ts', ''],
    ['src/core/low/notes.ts', 'export class NoteManager {}'],
    ['src/core/low/notes.ts', 'const serviceOf = 1;'],
    ['src/core/low/NoteList.ts', ''],
  ])('a name that says nothing, or is spelled another way: %s %s', (path, text) => {
    expect(found({ [path]: text })).toHaveLength(1);
  });

  test('no such word within another', () => {
    expect(found({ 'src/core/low/managed-notes.ts': 'export const serviced = 1, utilityBill = 2;' })).toEqual([]);
  });
});

describe('text for people', () => {
  const said = (text: string, path = 'src/ui/view.tsx'): readonly string[] => textOutsideWords(new Map([[path, text]]));

  test.each([
    ['between tags', '<p>nothing</p>'],
    ['in a condition between tags', "<p>{isOpen ? 'open' : closed}</p>"],
    ['of an attribute', '<input placeholder="search" />'],
    ['of an attribute with a hole', '<p title={`due ${day}`} />'],
    ['of a component', '<Empty text="Nothing here." />'],
    ['that is a name', "new Setting().setName('Tags')"],
    ['that is a sentence', "say('nothing is left')"],
    ['with holes', 'say(`Accepted ${count}`)'],
    ['that is a name beside a hole', 'say(`${count} rows`)'],
    ['of a table', "const KINDS = { fact: 'last met' }"],
  ])('is found: text %s', (_which, code) => {
    expect(
      said(`export const x = () => ${code.startsWith('const') ? `{ ${code}; return KINDS; }` : code};`),
    ).toHaveLength(1);
  });

  test.each([
    ['classes', '<p class="nav-header is-open Wide one" />'],
    ['a class beside another', "<p class={`nav ${isOpen ? 'is open' : ''}`} />"],
    ['a key', "event.key === 'Enter'"],
    ['a selector', "element.closest('button, a')"],
    ['an attribute for nobody', '<p role="button" />'],
    ['a text of the words', '<p title={words.common.undo}>{words.common.undo}</p>'],
    ['an identifier', "open('account-actions-triage')"],
    ['a line of YAML', '`account: ${name}`'],
    ['a sign between tags', "<p>{'·'}</p>"],
  ])('is not: %s', (_which, code) => {
    expect(said(`export const x = () => ${code};`)).toEqual([]);
  });

  test('is not what developers are told, nor a name that is a type', () => {
    expect(said(`type Why = 'account page';\nexport const why: Why = 'account page';`)).toEqual([]);
    expect(said(`export function fail(): never { throw new Error('This never happens.'); }`)).toEqual([]);
  });

  test('is not a word that notes are read by, but a sentence beside them', () => {
    const path = 'src/core/task/names.ts';
    expect(said(`const DAYS = new Set('monday tuesday'.split(' '));`, path)).toEqual([]);
    expect(said(`const NAMES = ['Myself'];`, path)).toEqual([]);
    expect(said(`const WHY = 'No day is known.';`, path)).toHaveLength(1);
    expect(said(`export const why = (): string => 'no day';`, path)).toHaveLength(1);
    expect(said(`const DAYS = 'monday tuesday';`, 'src/app/names.ts')).toHaveLength(1);
  });

  test('is not what stands in the words themselves', () => {
    expect(said(`export const en = { undo: 'Undo' };`, 'src/words/en.ts')).toEqual([]);
  });
});
