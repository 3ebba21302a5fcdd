import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountKey } from '../../../src/core/account/names';
import { newAccountPage, type NewPage } from '../../../src/core/account/new-page';
import { changeNotes, EMPTY_GRAPH } from '../../../src/core/graph/graph';
import { isRead } from '../../../src/core/graph/read-vault';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { foldSpace } from '../../../src/core/text/space';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

const RULES = readingRules(DEFAULT_SETTINGS);
const request = {
  pages: [] as readonly string[],
  template: DEFAULT_SETTINGS.accountTemplate,
  tag: 'type/customer',
  isRead: (path: string) => isRead(path, DEFAULT_SETTINGS),
};

function pageOf(name: string, more: Partial<typeof request> = {}): NewPage {
  const page = newAccountPage({ ...request, name, ...more });
  if (!page.ok) throw new Error(page.error);
  return page.value;
}

describe('a new account page', () => {
  it.each([
    [
      'in a folder of its own, as most are',
      ['Customers/A/README.md', 'Customers/B/README.md', 'Old/C.md'],
      'Customers/Blue Heron/README.md',
    ],
    [
      'in a folder of its own, as a page of its name',
      ['Customers/A/A.md', 'Customers/B/B.md'],
      'Customers/Blue Heron/Blue Heron.md',
    ],
    [
      'beside the others',
      ['CRM/Accounts/A.md', 'CRM/Accounts/B.md', 'Customers/C/README.md'],
      'CRM/Accounts/Blue Heron.md',
    ],
    ['at the top, where the others are', ['A.md', 'B.md'], 'Blue Heron.md'],
    ['in a folder at the top', ['A/index.md', 'README.md'], 'Blue Heron/index.md'],
    ['in the first of two folders of as many pages', ['Z/A.md', 'B/A.md'], 'B/Blue Heron.md'],
    ['in Accounts where there are none', [], 'Accounts/Blue Heron.md'],
  ])('goes %s', (_, pages, path) => {
    expect(pageOf('Blue Heron', { pages }).path).toBe(path);
  });

  it.each([
    ['../x', 'x'],
    ['CON', 'CON-'],
    ['nul.pumps', 'nul-.pumps'],
    ['Console', 'Console'],
    ['🦆', '🦆'],
    ['👩\u200d🌾', '👩\u200d🌾'],
    ['a[[b', 'a b'],
    ['a|b#c^d', 'a b c d'],
    ['line\nbreak', 'line break'],
    ['Blue Heron, Inc.', 'Blue Heron, Inc'],
    ['. . hidden . ', 'hidden'],
    ['A: "B" <C> ? * D\\E', 'A B C D E'],
    ['annex\u202efdp', 'annex fdp'],
    ['$& $1', '$& $1'],
  ])('of %j is the file %j', (name, file) => {
    expect(pageOf(name).path).toBe(`Accounts/${file}.md`);
  });

  it.each([
    ['', "a file can't have this name"],
    ['???', "a file can't have this name"],
    ['🦆|🦢', "a file can't have this name"],
    ['..', "a file can't have this name"],
    ['template {{date}}', 'an unfilled template'],
    ['a'.repeat(300), 'name is too long'],
    ['README', 'stands for its whole folder'],
    ['accounts', 'stands for its whole folder'],
  ])('of %j is refused in a sentence', (name, why) => {
    const page = newAccountPage({ ...request, name });
    expect(page).toEqual({
      ok: false,
      error: expect.stringMatching(new RegExp(`^Couldn't create a page for “[^]{0,100}”: .*${why}.*\\.$`)),
    });
  });

  it('is refused where its folder would be left out', () => {
    const page = newAccountPage({ ...request, name: '_archive', pages: ['Customers/A/README.md'] });
    expect(page).toEqual({
      ok: false,
      error:
        "Couldn't create a page for “_archive”: “Customers/_archive/README.md” is in an excluded folder. Choose another name, or change the settings.",
    });
    expect(pageOf('_archive', { pages: ['Customers/A.md'] }).path).toBe('Customers/_archive.md');
  });

  it('has the tag, no aliases yet, and the name as its heading', () => {
    expect(pageOf('Blue Heron, Inc.').text).toBe(
      '---\ntags: [type/customer]\naliases: []\n---\n\n# Blue Heron, Inc.\n',
    );
  });

  it('fills the template of the user, and leaves what others fill', () => {
    const template =
      '---\r\ntags: [{{tag}}, account]\r\ntitle: {{name}}\r\naliases: ["{{name}}", \'{{name}}\', {{name}}]\r\nday: "{{date}}"\r\n---\r\n# {{name}} #{{tag}} {{title}}';
    expect(pageOf(`O'Leary: "Foods"`, { template }).text).toBe(
      '---\r\ntags: [type/customer, account]\r\ntitle: "O\'Leary: \\"Foods\\""\r\naliases: ["O\'Leary: \\"Foods\\"", \'O\'\'Leary: "Foods"\', "O\'Leary: \\"Foods\\""]\r\nday: "{{date}}"\r\n---\r\n' +
        '# O\'Leary: "Foods" #type/customer {{title}}',
    );
  });

  it('holds a hostile name as text only', () => {
    expect(pageOf('A <img src=x> ![[b]] `$= c` %%d').text).toContain(
      '# A \\<img src=x> !\\[\\[b\\]\\] \\`\\$\\= c\\` \\%\\%d\n',
    );
  });

  it('is read as the page of an account of this name, or is refused', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          'B',
          ' ',
          '.',
          '/',
          '[',
          ']',
          '|',
          '#',
          ':',
          '"',
          "'",
          '{',
          '<',
          '>',
          '*',
          '_',
          '\\',
          '🦆',
          '-',
          'é',
        ),
        maxLength: 12,
      }),
    );
    const pages = fc.constantFrom<readonly string[]>(
      [],
      ['Customers/Zed/README.md'],
      ['Customers/Zed.md'],
      ['Zed/Zed.md'],
    );
    fc.assert(
      fc.property(name, pages, (given, existing) => {
        const page = newAccountPage({ ...request, name: given, pages: existing });
        if (!page.ok) return;
        expect(page.value.path).toMatch(
          /^(?:(?:Accounts|Customers|[^\\/:*?"<>|#^[\]]*[^\\/:*?"<>|#^[\]. ])\/){0,2}[^\\/:*?"<>|#^[\].][^\\/:*?"<>|#^[\]]*\.md$/,
        );
        const note = readNote(page.value.path, page.value.text, RULES);
        expect(note).toMatchObject({ kind: 'account-page', problem: null, aliases: [] });
        const { accounts } = changeNotes(EMPTY_GRAPH, new Map([[note.path, note]])).resolution;
        expect([...accounts.keys()]).toEqual([accountKey(given)]);
        // A name without a letter is that of the file; a colon at its end is no part of a heading.
        if (/[\p{L}\p{N}]/u.test(given))
          expect([...accounts.values()].map((account) => account.name)).toEqual([
            foldSpace(given).replace(/:$/, '').trim(),
          ]);
      }),
    );
  });
});
