import { describe, expect, it } from '@jest/globals';
import { readVault } from '../../../src/core/graph/read-vault';
import { selectProblems } from '../../../src/core/graph/problems';
import { personIn, peopleIn } from '../../../src/core/note/people';
import { isPlaceholder } from '../../../src/core/note/placeholder';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

const RULES = readingRules(DEFAULT_SETTINGS);
const names = (files: Readonly<Record<string, string>>, settings = DEFAULT_SETTINGS) =>
  [...readVault(Object.entries(files), settings).resolution.accounts.values()].map(({ name }) => name).sort();
const matter = (...lines: readonly string[]) => ['---', 'tags: [type/customer]', ...lines, '---', ''].join('\n');

describe('people in a text', () => {
  it.each([
    ['Ana Lopez, Ben Fox', ['Ana Lopez', 'Ben Fox']],
    ['Lopez, Ana; Fox, Ben', ['Lopez, Ana', 'Fox, Ben']],
    ['Ana Lopez und Ben Fox', ['Ana Lopez', 'Ben Fox']],
    ['Ana Lopez (CTO, Gull), Ben Fox & Cy Diaz', ['Ana Lopez (CTO, Gull)', 'Ben Fox', 'Cy Diaz']],
    ['李明、王芳', ['李明', '王芳']],
    ['Ana Lopez, CTO, Ben Fox', ['Ana Lopez (CTO)', 'Ben Fox']],
    ['[Name], [Name]', []],
    ['TBD', []],
  ])('%s', (text, people) => {
    expect(peopleIn(text)).toEqual(people);
  });

  it.each([
    ['Ana Lopez - Buyer - Gull', 'Ana Lopez (Buyer - Gull)'],
    ['[[People/Ana Lopez|Ana]]', 'Ana'],
    ['**Ana Lopez** (ana@gull.example)', 'Ana Lopez <ana@gull.example>'],
    ['ben@gull.example', 'ben@gull.example'],
  ])('%s is %s', (text, person) => {
    expect(personIn(text)).toBe(person);
  });
});

it.each([
  'N/A',
  'Unknown',
  'TBD',
  '-',
  '…',
  'CLIENT NAME',
  '[Client name]',
  '<% tp.file.folder() %>',
  '{{account}}',
  '未定',
])('%s names nobody', (value) => {
  expect(isPlaceholder(value)).toBe(true);
});

describe('accounts', () => {
  it('of other scripts, and C++ and C#, stay apart', () => {
    const files = ['ハナ', 'バナ', 'कमल', 'कोमल', 'C++', 'C#'].map((name, at): readonly [string, string] => [
      `${at}.md`,
      matter(`account: "${name}"`, 'date: 2026-03-06'),
    ]);
    expect(names(Object.fromEntries(files))).toHaveLength(6);
  });

  it('meet with their letters written out', () => {
    expect(
      names({
        'a.md': matter('account: Müller', 'date: 2026-03-06'),
        'b.md': matter('account: Mueller', 'date: 2026-03-06'),
      }),
    ).toHaveLength(1);
  });

  it('are founded by no note of a person, and by no weekly', () => {
    expect(names({ 'a.md': matter('person: Ana', 'company: Gull'), 'Weekly - 2026-02-03.md': matter() })).toEqual([]);
  });

  it('are the folders of a folder that the settings name', () => {
    const settings = { ...DEFAULT_SETTINGS, accountFolders: ['Clients'] };
    const files = { 'Clients/Gull/Call 2026-02-03.md': '- [?] a', 'Clients/Tern.md': 'x', 'Clients/README.md': 'x' };
    expect(names(files, settings)).toEqual(['Gull', 'Tern']);
  });

  it('are what stands below a tag that the settings name', () => {
    const settings = { ...DEFAULT_SETTINGS, noteTags: ['clients'], accountTags: ['clients'] };
    const files = {
      'a 2026-02-03.md': '---\ntags: [Clients/gull]\n---\n',
      'b 2026-02-04.md': '- [?] a #clients/tern/north\n',
      'c 2026-02-05.md': '---\ntags: [clients/gull]\ncustomer: Heron\n---\n',
    };
    expect(names(files, settings)).toEqual(['Gull', 'Heron', 'Tern North']);
  });

  it('are stated by notes of a folder or a property that the settings name, where no tag is', () => {
    const settings = { ...DEFAULT_SETTINGS, noteFolders: ['Meetings'], noteProperties: ['granola_id', 'type: client'] };
    const files = {
      'Meetings/Racks.md': '---\ncustomer: Gull\n---\n',
      'Meetings/Ideas.md': 'No account, and no page of one.\n',
      'Meetings/README.md': 'x',
      'Notes/Call.md': '---\ngranola_id: 7\n---\n**Account**: Tern\n',
      'Notes/Skua.md': '---\ntype: Client\n---\n',
      'Notes/Auk.md': '---\ntype: book\ncustomer: Auk\n---\n',
    };
    expect(names(files, settings)).toEqual(['Gull', 'Skua', 'Tern']);
    const kinds = readVault(Object.entries(files), settings).notes;
    expect([...kinds.values()].map(({ path, kind }) => [path, kind])).toContainEqual(['Meetings/Ideas.md', 'meeting']);
  });

  it('are found by a link to their page', () => {
    const files = {
      'C/Overview.md': matter('account: Acme'),
      'a.md': matter('date: 2026-03-06', 'account: "[[C/Overview]]"'),
    };
    expect(names(files)).toEqual(['Acme']);
  });
});

describe('what is not read', () => {
  it.each([
    ['+++\ntags = ["type/customer"]\n+++\n', /start with “\+\+\+”/],
    ['---\ntags: [Customer]\n---\n', /tagged #customer/],
    ['\ufffd\ufffd' + [...'---\ntags: [type/customer]\n---\n- [?] a'].join('\u0000'), /UTF-16/],
    [matter('date: 03/04/2026', 'account: Gull'), /“03\/04\/2026” can mean two days/],
    [matter('date: 2026-03-06', 'account: {a: {b: {c: d}}}'), /“account” doesn't hold a name/],
    [matter('date: 2026-03-06') + '- [?] Gr\ufffd\ufffde', /isn't saved as UTF-8/],
  ])('%j is told, once for all notes like it', (text, reason) => {
    const rows = selectProblems(
      readVault(
        [
          ['a.md', text],
          ['b.md', text],
        ],
        DEFAULT_SETTINGS,
      ),
      null,
    );
    expect(rows).toEqual([
      expect.objectContaining({ path: 'a.md', kind: 'unread', reason: expect.stringMatching(reason) }),
    ]);
    expect(rows[0]!.reason).toMatch(/1 more note is like this\.$/);
  });
});

it('a map of maps, however deep and however often, ends', () => {
  const laughs = Array.from({ length: 30 }, (_, at) => `  a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
  const text = matter('date: 2026-03-06', 'x:', '  a0: &a0 [Ana, Ben]', ...laughs, 'participants: *a30');
  expect(readNote('a.md', text, RULES).participants.length).toBeLessThan(2000);
});
