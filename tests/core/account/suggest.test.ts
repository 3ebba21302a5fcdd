import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { selectUnassigned } from '../../../src/core/graph/unassigned';
import { vaultOf, type NoteParts } from '../graph/vault';
import { pagesOf, reasonsIn, suggestionsIn } from './suggest-vault';

const PAGES = {
  'C/Blue Heron/README.md': { title: 'Blue Heron, Inc.', aliases: ['BHI'] },
  'C/Northwind Traders/README.md': { title: 'Northwind Traders' },
  "C/O'Leary/README.md": { title: "O'Leary Foods" },
  'C/AB/README.md': { title: 'AB' },
  'C/The Mill/README.md': { title: 'The Mill' },
  'C/Harbor/README.md': { title: 'Harbor' },
  'C/V&S/README.md': { title: 'Vetch & Sorrel', aliases: ['V&S'] },
};

const summary = (text: string): NoteParts => ({ title: 'A call', body: ['## Summary', text] });

describe('suggestions', () => {
  it.each<[string, NoteParts, readonly string[]]>([
    [
      'a name in the title',
      { title: 'Northwind Traders: racks' },
      ['Northwind Traders: “Northwind Traders” in the title'],
    ],
    [
      'a name without its legal form',
      { title: 'Racks for Blue Heron' },
      ['Blue Heron, Inc.: “Blue Heron” in the title'],
    ],
    ['an alias', { title: 'Racks for BHI' }, ['Blue Heron, Inc.: “BHI” in the title']],
    ['a possessive', { title: 'Blue Heron’s racks' }, ['Blue Heron, Inc.: “Blue Heron” in the title']],
    ['an apostrophe', { title: 'O’Leary Foods racks' }, ["O'Leary Foods: “O’Leary Foods” in the title"]],
    ['"and" for "&"', { title: 'Racks for Vetch and Sorrel' }, ['Vetch & Sorrel: “Vetch and Sorrel” in the title']],
    ['an alias of single letters', { title: 'V&S racks' }, ['Vetch & Sorrel: “V&S” in the title']],
    [
      'a title without capitals',
      { title: 'call with northwind traders' },
      ['Northwind Traders: “northwind traders” in the title'],
    ],
    [
      'the title before the summary',
      { title: 'BHI', body: ['## Summary', 'Northwind Traders came up.'] },
      ['Blue Heron, Inc.: “BHI” in the title', 'Northwind Traders: “Northwind Traders” in the summary'],
    ],
    [
      'all reasons',
      { title: 'BHI', body: ['## Summary', 'Blue Heron.', '## Action Items', '- [?] Ask Blue Heron.'] },
      ['Blue Heron, Inc.: “BHI” in the title, “Blue Heron” in the summary, “Blue Heron” in the text'],
    ],
    [
      'a name in a decision',
      { title: 'x', body: ['## Decisions', '- Blue Heron first'] },
      ['Blue Heron, Inc.: “Blue Heron” in the text'],
    ],
    [
      'a name in a note without sections',
      { title: 'x', body: ['We met Blue Heron.'] },
      ['Blue Heron, Inc.: “Blue Heron” in the text'],
    ],
    [
      'a name in the name of the source',
      { title: 'x', more: ['source_ref: "Mails/Blue Heron racks.md"'] },
      ['Blue Heron, Inc.: “Blue Heron” in the name of its source'],
    ],
    [
      'a company next to a participant',
      { title: 'x', more: ['participants: ["Ana Lopez (Blue Heron)"]'] },
      ['Blue Heron, Inc.: “Blue Heron” next to a participant'],
    ],
    ['initials', { title: 'NT racks' }, ['Northwind Traders: its initials in the title: “NT”']],
    [
      'a word of a name',
      { title: 'Northwind racks' },
      ['Northwind Traders: part of its name in the title: “Northwind”'],
    ],
    [
      'a spelling by ear',
      { title: 'Racks for Blew Herron' },
      ['Blue Heron, Inc.: sounds like “Blew Herron” in the title'],
    ],
    [
      'a name written apart',
      { title: 'Racks for North Wind' },
      ['Northwind Traders: sounds like “North Wind” in the title'],
    ],
    [
      'a partner',
      { title: 'Racks', body: ['## Summary', 'Our partner Blue Heron brings them.'] },
      ['Blue Heron, Inc.: “Blue Heron” in the summary as a partner or reference'],
    ],
    [
      'a name in passing',
      { title: 'Racks via Blue Heron' },
      ['Blue Heron, Inc.: “Blue Heron” in the title in passing'],
    ],
    [
      'a word in a longer name',
      { title: 'We met Harbor Freight at the fair' },
      ['Harbor: one word of a longer name in the title: “Harbor”'],
    ],
    ['a name with its legal form', { title: 'Harbor Inc review' }, ['Harbor: “Harbor Inc” in the title']],
    [
      'a name with a legal form in capitals at the beginning',
      summary('Harbor AG signed. The harbor is dark.'),
      ['Harbor: “Harbor AG” in the summary'],
    ],
    ['no name', { title: 'Racks' }, []],
    ['lower-case letters that are somebody’s initials', { title: 'The nt racks' }, []],
    ['a name too short to look for', { title: 'AB' }, []],
    ['a common word', { title: 'The racks' }, []],
    ['a name that is an ordinary word here', summary('Harbor lights are out. The harbor is dark.'), []],
    ['ordinary words that are a name', summary('We saw a blue heron.'), []],
    ['a word of a name that many names hold', summary('We went to Blue Bay.'), []],
  ])('by %s', (_what, parts, wanted) => {
    expect(reasonsIn(parts, PAGES)).toEqual(wanted);
  });

  it('say less of each where several are named; nothing is certain, and the note is between the two', () => {
    expect(
      suggestionsIn({ title: 'Blue Heron and Northwind Traders' }, PAGES).map(({ score, certain, tied }) => [
        score,
        certain,
        tied,
      ]),
    ).toEqual([
      [0.63, false, true],
      [0.63, false, false],
    ]);
    expect(suggestionsIn({ title: 'Call Harbor Group and Blue Heron' }, PAGES).map(({ tied }) => tied)).toEqual([
      true,
      false,
    ]);
    expect(
      suggestionsIn({ title: 'Blue Heron', body: ['## Summary', 'Northwind Traders came up.'] }, PAGES).map(
        ({ tied }) => tied,
      ),
    ).toEqual([false, false]);
  });

  it('say what kinds of reasons they have, each once and without names', () => {
    const parts = {
      title: 'BHI',
      more: ['participants: ["Ana Lopez <ana@blueheron.com>"]'],
      body: ['## Summary', 'Blue Heron.'],
    };
    expect(
      suggestionsIn(parts, {
        ...PAGES,
        'a.md': { date: '2026-03-01', account: 'Blue Heron, Inc.', more: ['participants: ["Ana Lopez"]'] },
      })[0]!.kinds,
    ).toEqual(['named in the title', 'named in the summary', 'email address', 'people met in this account only']);
  });

  it('put the customer before the partner that is named more often', () => {
    const text =
      'Northwind Traders would bring the racks. Northwind Traders has them. Our partner Northwind Traders needs a date. They are for Blue Heron.';
    expect(suggestionsIn({ title: 'Racks by Northwind Traders', body: ['## Summary', text] }, PAGES)).toMatchObject([
      { name: 'Blue Heron, Inc.', certain: false },
      { name: 'Northwind Traders', certain: false },
    ]);
  });

  it('put the account that a title opens with before one that it names later', () => {
    expect(suggestionsIn({ title: 'Northwind Traders: racks like those of Blue Heron' }, PAGES)[0]).toMatchObject({
      name: 'Northwind Traders',
      score: 0.9,
    });
  });

  it('where none is known, are the names that the note repeats, not those of people or days, nor the user’s company', () => {
    const parts = {
      title: 'Kestrel Canneries scope',
      more: ['participants: ["Tove Lind"]'],
      body: [
        '## Summary',
        'We met Kestrel Canneries. On Monday, Tove Lind asked Kestrel Canneries. By Monday, Tove Lind knows. Before Monday, Tove Lind calls. Then Quillmere came, and Quillmere, and Quillmere.',
        '## Decisions',
        '- Wait for Kestrel Canneries’ answer',
      ],
    };
    expect(reasonsIn(parts, {}, ['quillmere.io'])).toEqual([
      'Kestrel Canneries: named in the title, named 3 times in the text',
    ]);
    expect(reasonsIn(parts, {})).toHaveLength(2);
  });

  it('offer a new name before a known one that only a part of it calls', () => {
    const parts = {
      title: 'Harbor Hill Winery asks for probes',
      body: ['## Summary', 'We met Harbor Hill Winery. A call with Harbor Hill Winery follows.'],
    };
    expect(suggestionsIn(parts, PAGES)).toMatchObject([
      { name: 'Harbor Hill Winery', key: null, certain: false },
      { name: 'Harbor', certain: false },
    ]);
  });

  it('offer no account of a meeting of colleagues that goes through several', () => {
    const body = ['## Summary', 'Blue Heron is safe. Northwind Traders waits. Vetch & Sorrel signed.'];
    expect(suggestionsIn({ title: 'Pipeline review', body }, PAGES)).toEqual([]);
    expect(suggestionsIn({ title: 'Internal: Blue Heron', body }, PAGES)[0]).toMatchObject({
      name: 'Blue Heron, Inc.',
      certain: false,
    });
  });

  it('never offer the user’s own company', () => {
    expect(
      suggestionsIn({ title: 'Quillmere and Northwind Traders' }, pagesOf('Quillmere GmbH', 'Northwind Traders'), [
        'mail.quillmere.co.uk',
      ]).map(({ name }) => name),
    ).toEqual(['Northwind Traders']);
  });

  it('are none for notes with an account, account pages and others', () => {
    expect(
      selectUnassigned(
        vaultOf({
          'm.md': { title: 'Aster', date: '2026-03-06', account: 'Aster' },
          'C/Aster.md': {},
          'x.md': '- [?] a',
        }),
        DEFAULT_SETTINGS,
      ),
    ).toEqual([]);
  });
});

describe('a note that has a suggestion', () => {
  it.each<[string, string, string | null]>([
    ['can get an account', '---\ndate: 2026-03-06\ntags: [type/customer]\naccount:\n---\n', null],
    ['without front matter cannot', '**Date**: 2026-03-06\n#type/customer\n', 'no-front-matter'],
    [
      'with a key that stands twice cannot',
      '---\ndate: 2026-03-06\ntags: [type/customer]\ntags: [type/customer]\n---\n',
      'broken-front-matter',
    ],
    [
      'with a template that was not filled cannot',
      '---\ndate: 2026-03-06\ntags: [type/customer]\naccount: "{{account}}"\n---\n',
      'template',
    ],
  ])('%s, and says so before it is tried', (_, front, fault) => {
    const [row] = selectUnassigned(
      vaultOf({ 'C/Northwind.md': {}, '2026-03-06 Northwind.md': `${front}\n# Northwind call\n` }),
      DEFAULT_SETTINGS,
    );
    expect(row).toMatchObject({ fault, suggestions: [{ name: 'Northwind' }] });
  });
});

describe('a suggestion is certain', () => {
  it('by a name of one word only where that can be no ordinary word', () => {
    const certain = (title: string): boolean => suggestionsIn({ title }, PAGES)[0]!.certain;
    expect(
      ['Harbor prices for May', 'Harbor: prices for May', 'Prices for Harbor', 'Harbor Ltd prices'].map(certain),
    ).toEqual([false, false, true, true]);
  });

  it.each(['Harbor Spa renovation', 'Harbor Zoo contract', 'Using Harbor As Host', 'Harbor Group Hotels kickoff'])(
    'not by a legal form that is a word, or goes on: %s',
    (title) => {
      expect(suggestionsIn({ title }, PAGES)[0]?.certain ?? false).toBe(false);
    },
  );

  it.each<[string, NoteParts]>([
    ['where the title alone names the account', { title: 'Racks for Blue Heron' }],
    [
      'beside a partner that is called one',
      { title: 'Racks for Blue Heron', body: ['## Summary', 'Our partner Northwind Traders brings them.'] },
    ],
  ])('%s', (_what, parts) => {
    expect(suggestionsIn(parts, PAGES)[0]).toMatchObject({ name: 'Blue Heron, Inc.', certain: true });
  });

  it.each<[string, NoteParts]>([
    [
      'where another account is named once, anywhere',
      { title: 'Racks for Blue Heron', body: ['## Decisions', '- Northwind Traders pays'] },
    ],
    [
      'where a name that is no account is named more often',
      { title: 'Racks for Blue Heron', body: ['## Summary', 'We met Corvane. Then Corvane called. Ask Corvane.'] },
    ],
    [
      'where somebody of another company takes part',
      { title: 'Racks for Blue Heron', more: ['participants: ["Ana Lopez <ana@corvane.com>"]'] },
    ],
    ['in the title of a call for a reference', { title: 'Reference call with Blue Heron' }],
    ['on the page of a person', { title: 'Blue Heron', more: ['person: Ana Lopez'] }],
    ['by its initials alone', { title: 'BH racks', body: ['## Summary', 'BH has racks. BH wants more.'] }],
    [
      'by ear alone',
      {
        title: 'Racks for Blew Herron',
        body: ['## Summary', 'We met Blew Herron.', '## Decisions', '- Ask Blew Herron', '- Wait for Blew Herron'],
      },
    ],
    ['in the summary alone', summary('We met Blue Heron.')],
  ])('not %s', (_what, parts) => {
    expect(suggestionsIn(parts, PAGES)[0]).toMatchObject({ name: 'Blue Heron, Inc.', certain: false });
  });
});
