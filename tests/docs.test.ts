import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(__dirname, '..');

/** Every page for people, from the top of the project. */
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Where a page links to within the project, from the top of it. */
function linksOf(page: string, text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => relative(ROOT, join(ROOT, dirname(page), decodeURIComponent(target))));
}

/** Files and folders of the project that a page names in code marks: `src/core/note`, `tests/fixtures/said-twice.ts`. */
function pathsOf(text: string): readonly string[] {
  return [...text.matchAll(/`((?:src|tests|scripts|docs)\/[\w./-]+)`/g)].map(([, path]) => path!);
}

/** Whether something of the project has this path; the ending of a source file may be left out. */
function isThere(path: string): boolean {
  return ['', '.ts', '.tsx', '.mjs'].some((ending) => existsSync(join(ROOT, path + ending)));
}

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');

  test('links to pages and pictures that are there', () => {
    expect(linksOf(page, text).filter((path) => !isThere(path))).toEqual([]);
  });

  test('names files and folders that are there', () => {
    expect(pathsOf(text).filter((path) => !isThere(path))).toEqual([]);
  });
});
