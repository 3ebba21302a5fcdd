import { describe, expect, it } from '@jest/globals';
import { accountsOf, noteText, vaultOf, type NoteParts } from '../graph/vault';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { accountsInOrder } from '../../../src/core/account/named';
import { pageNames } from '../../../src/core/account/resolve';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

const page = (title: string, parts: NoteParts = {}): NoteParts => ({ title, ...parts });
const meeting = (parts: NoteParts = {}): NoteParts => ({ title: 'A call', date: '2026-03-06', ...parts });
const source = (name: string): readonly string[] => ['', `*Source: [[${name}]]*`];

/** The account of the note `m.md` (or of the one given) in a vault. */
function accountIn(notes: Readonly<Record<string, NoteParts | string>>, path = 'm.md'): string | undefined {
  return accountsOf(vaultOf(notes))[path];
}

describe('which account a note states', () => {
  const all = { account: 'Aster', tags: ['account/birch'], body: ['**Account**: [[Cedar]]', ...source('s')] };
  const vault = { 'D/README.md': page('Dogwood'), 'x.md': meeting({ account: 'Elm', body: source('s') }) };

  it.each([
    ['front matter', all, 'Aster (front matter)'],
    ['tag', { ...all, account: '' }, 'Birch (tag)'],
    ['line', { ...all, account: '', tags: ['account/'] }, 'Cedar (account line)'],
    ['folder', { ...all, account: '', tags: [], body: ['**Account**: [[]]', ...source('s')] }, 'Dogwood (folder)'],
  ])('%s, if nothing before it holds', (_what, parts, account) => {
    expect(accountIn({ ...vault, 'D/2026/m.md': meeting(parts) }, 'D/2026/m.md')).toBe(account);
  });

  it('another note of the same source, at last', () => {
    expect(accountIn({ ...vault, 'm.md': meeting({ account: '', body: source('S ') }) })).toBe('Elm (same source)');
    expect(accountIn({ ...vault, 'm.md': meeting({ more: ['source_ref: /a/b/s.md'] }) })).toBe('Elm (same source)');
  });

  it('none where the notes of the source disagree, or none of them knows', () => {
    expect(
      accountIn({
        ...vault,
        'y.md': meeting({ account: 'Fir', body: source('s') }),
        'm.md': meeting({ body: source('s') }),
      }),
    ).toBeUndefined();
    expect(
      accountIn({ 'y.md': meeting({ body: source('s') }), 'm.md': meeting({ body: source('s') }) }),
    ).toBeUndefined();
    expect(accountIn({ 'm.md': meeting() })).toBeUndefined();
  });

  it('one where the notes of the source agree in other spellings', () => {
    expect(
      accountIn({
        ...vault,
        'y.md': meeting({ tags: ['account/elm'], body: source('s') }),
        'm.md': meeting({ body: source('s') }),
      }),
    ).toBe('Elm (same source)');
  });

  it('the nearest folder of an account page', () => {
    const notes = {
      'D/README.md': page('Dogwood'),
      'D/E/README.md': page('Elder'),
      'D/E/x/m.md': meeting(),
      'D/m.md': meeting(),
      'm.md': meeting(),
      'Dx/m.md': meeting(),
    };
    expect(accountsOf(vaultOf(notes))).toEqual({
      'D/README.md': 'Dogwood (account page)',
      'D/E/README.md': 'Elder (account page)',
      'D/E/x/m.md': 'Elder (folder)',
      'D/m.md': 'Dogwood (folder)',
    });
  });

  it('a person page lies in the folder, and names nothing', () => {
    const graph = vaultOf({
      'D/README.md': page('Dogwood'),
      'D/Ana.md': page('Ana', { more: ['person: Ana'] }),
      'P/Ben.md': page('Ben', { more: ['person: Ben'] }),
    });
    expect(accountsOf(graph)).toEqual({ 'D/README.md': 'Dogwood (account page)', 'D/Ana.md': 'Dogwood (folder)' });
    expect(graph.resolution.accounts.size).toBe(1);
  });

  it('notes without our tag have none', () => {
    expect(
      accountIn({ 'D/README.md': page('Dogwood'), 'D/m.md': '---\naccount: Dogwood\n---\n- [?] a' }, 'D/m.md'),
    ).toBeUndefined();
  });
});

describe('account pages', () => {
  const names = (path: string, parts: NoteParts | string): readonly string[] =>
    pageNames(readNote(path, typeof parts === 'string' ? parts : noteText(parts), readingRules(DEFAULT_SETTINGS)));

  it.each<[string, string, NoteParts | string, readonly string[]]>([
    [
      'title, folder and aliases',
      'C/blue-heron/README.md',
      { title: 'Blue Heron, Inc.', aliases: ['BHI', 'Heron'] },
      ['Blue Heron, Inc.', 'blue-heron', 'BHI', 'Heron'],
    ],
    ['the folder alone', 'C/Blue Heron/README.md', {}, ['Blue Heron']],
    ['the file', 'C/Blue Heron.md', {}, ['Blue Heron']],
    ['the file in its folder', 'C/Blue Heron/Blue Heron.md', {}, ['Blue Heron']],
    ['the account it states', 'C/bh/README.md', { account: 'Blue Heron' }, ['Blue Heron', 'bh']],
    [
      'its heading, where it repeats the name',
      'C/blue-heron/README.md',
      { body: ['# Blue Heron, Inc.'] },
      ['Blue Heron, Inc.', 'blue-heron'],
    ],
    ['not a heading of another kind', 'C/Blue Heron/README.md', { body: ['# Account overview'] }, ['Blue Heron']],
    [
      'not the title of another page of the account',
      'C/Blue Heron/Contacts.md',
      { title: 'Contacts', account: 'Blue Heron' },
      ['Blue Heron'],
    ],
    [
      'the slug of its tag',
      'C/Blue Heron/README.md',
      { title: 'Blue Heron, Inc.', tags: ['account/bh'] },
      ['Blue Heron, Inc.', 'Blue Heron', 'Bh'],
    ],
    ['a template has none', 'T/Customer.md', { title: '{{title}}' }, []],
    ['a template by its heading has none', 'T/Customer.md', { body: ['# {{title}}'] }, []],
    [
      'templates of aliases',
      'C/Blue Heron/README.md',
      { title: 'Blue Heron', aliases: ['{{alias}}', ''] },
      ['Blue Heron'],
    ],
    ['__proto__', 'C/__proto__.md', {}, ['__proto__']],
  ])('%s', (_what, path, parts, wanted) => {
    expect(names(path, parts)).toEqual(wanted);
  });

  it('other pages in the folder of an account are its notes, and no accounts', () => {
    const graph = vaultOf({
      'C/Blue Heron/README.md': page('Blue Heron'),
      'C/Blue Heron/Contacts.md': {},
      'C/Blue Heron/Plan/Q3.md': page('Plan for Q3'),
      'C/Other/Contacts.md': page('Contacts', { account: 'Other' }),
    });
    expect(accountsInOrder(graph.resolution).map(({ name, pages }) => [name, pages])).toEqual([
      ['Blue Heron', ['C/Blue Heron/README.md']],
      ['Other', ['C/Other/Contacts.md']],
    ]);
  });

  it('pages beside a page of their whole folder are accounts where they say what an account page says', () => {
    const graph = vaultOf({
      'Customers/README.md': page('All customers'),
      'Customers/Aster.md': page('Aster', { more: ['status: active'] }),
      'Customers/Birch.md': page('Birch', { aliases: ['B'] }),
    });
    expect([...graph.resolution.accounts.values()].map(({ name }) => name).sort()).toEqual([
      'All customers',
      'Aster',
      'Birch',
    ]);
  });

  it('that stand for a folder come first', () => {
    const graph = vaultOf({
      'C/Aster/README.md': page('Aster, Inc.', { aliases: ['Aster'] }),
      'C/Aster/Contacts.md': page('Contacts', { account: 'Aster' }),
    });
    expect([...graph.resolution.accounts.values()]).toMatchObject([
      { name: 'Aster, Inc.', pages: ['C/Aster/README.md', 'C/Aster/Contacts.md'] },
    ]);
  });

  it('an account page in the folder of another that owns a folder is an account', () => {
    expect(accountsOf(vaultOf({ 'C/A/README.md': page('Aster'), 'C/A/B/README.md': page('Birch') }))).toMatchObject({
      'C/A/B/README.md': 'Birch (account page)',
    });
  });
});

describe('spellings', () => {
  it('that an account page ties together are one account, its title the name', () => {
    const graph = vaultOf({
      'C/blue-heron/README.md': page('Blue Heron, Inc.', { aliases: ['BHI'] }),
      '1.md': meeting({ account: 'bhi' }),
      '2.md': meeting({ tags: ['account/blue-heron'] }),
      '3.md': meeting({ body: ['**Account**: [[Blue Heron, Inc]]'] }),
      '4.md': meeting({ account: 'BLUE HERON INC.' }),
    });
    expect(graph.resolution.accounts.size).toBe(1);
    const [account] = graph.resolution.accounts.values();
    expect(account).toMatchObject({ name: 'Blue Heron, Inc.', pages: ['C/blue-heron/README.md'] });
    expect(account!.names).toEqual(expect.arrayContaining(['BHI', 'bhi', 'Blue Heron', 'BLUE HERON INC.']));
    expect(Object.keys(accountsOf(graph))).toHaveLength(5);
  });

  it('an alias that two pages share makes them one account', () => {
    const graph = vaultOf({
      'C/A.md': page('Aster', { aliases: ['Old name'] }),
      'C/B.md': page('Birch', { aliases: ['old-name'] }),
    });
    expect([...graph.resolution.accounts.values()].map(({ name, pages }) => [name, pages.length])).toEqual([
      ['Aster', 2],
    ]);
  });

  it('pages of one account that share titles do not tie accounts together', () => {
    const pages = ['Aster', 'Birch'].flatMap((name): (readonly [string, NoteParts])[] => [
      [`C/${name}/README.md`, { account: name, title: name }],
      [`C/${name}/Notes.md`, { account: name, title: 'Notes' }],
      [`C/${name}/x.md`, { account: name, body: ['# Overview'] }],
    ]);
    expect(accountsInOrder(vaultOf(Object.fromEntries<NoteParts>(pages)).resolution).map(({ name }) => name)).toEqual([
      'Aster',
      'Birch',
    ]);
  });

  it('written most often name an account without a page', () => {
    const graph = vaultOf({
      '1.md': meeting({ tags: ['account/blue-heron'] }),
      '2.md': meeting({ account: 'BLUE HERON' }),
      '3.md': meeting({ account: 'Blue Heron' }),
      '4.md': meeting({ account: 'Blue Heron' }),
    });
    expect([...graph.resolution.accounts.values()].map(({ name, pages }) => ({ name, pages }))).toEqual([
      { name: 'Blue Heron', pages: [] },
    ]);
    expect(
      [...vaultOf({ '1.md': meeting({ tags: ['account/blue-heron'] }) }).resolution.accounts.values()][0]!.name,
    ).toBe('Blue Heron');
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '🦆',
    'Gdańsk',
    "O'Leary",
    '日本製鉄',
    '<b>x</b>',
  ])('%s is an account', (name) => {
    const graph = vaultOf({
      'm.md': `---\naccount: "${name}"\ndate: 2026-03-06\ntags: [type/customer]\n---`,
      [`C/${name.replace(/\//g, '')}/README.md`]: {},
    });
    expect(accountsOf(graph)['m.md']).toBe(`${[...graph.resolution.accounts.values()][0]!.name} (front matter)`);
    expect([...graph.resolution.accounts.values()].flatMap(({ names }) => names)).toContain(name);
  });

  it('of templates and nothing are no accounts', () => {
    expect(
      vaultOf({
        'm.md': meeting({ account: '{{account}}', tags: ['account/{{x}}'], body: ['**Account**: {{account}}'] }),
        'T/x.md': { title: '{{title}}' },
      }).resolution.accounts.size,
    ).toBe(0);
  });
});
