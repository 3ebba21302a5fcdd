import { describe, expect, it } from '@jest/globals';
import type { NoteParts } from '../graph/vault';
import { pagesOf, reasonsIn, suggestedIn, suggestionsIn } from './suggest-vault';

const PAGES = {
  ...pagesOf('Blue Heron', 'Northwind Traders', 'Pinewater Utilities District', 'Harbor'),
  'C/Blue Heron/README.md': { title: 'Blue Heron', more: ['domains: [heron.org]'] },
};

const note = (title: string, summary = '', ...more: readonly string[]): NoteParts => ({
  title,
  more,
  body: summary === '' ? [] : ['## Summary', summary],
});
const filed = (account: string, ...names: readonly string[]): NoteParts => ({
  title: 'A call',
  date: '2026-03-01',
  account,
  more: [`participants: ${JSON.stringify(names)}`],
});
const MET = { 'a.md': filed('Blue Heron', 'Ana Lopez'), 'b.md': filed('Blue Heron', 'Ana Lopez') };

describe('no account is suggested', () => {
  it.each<[string, NoteParts]>([
    ['where two are as strong', note('Blue Heron and Northwind Traders')],
    ['where a title names two, and nobody tells which', note('Northwind Traders and Blue Heron', 'Blue Heron waits.')],
    ['by a name in passing', note('Racks', 'They came, like Blue Heron.')],
    ['by a word in a longer name', note('We met Harbor Hill at the fair')],
    ['by the text of a note on a vendor', note('Supplier prices', 'Its probes are at Blue Heron.')],
    ['by the text of a meeting of colleagues', note('Internal call', 'Blue Heron came up.')],
    ['by initials that are a thing', note('The PUD of a town hall')],
    [
      'of a name of one word that is repeated, as tools are',
      note('Atlas again', 'We saw Atlas. Then Atlas. Ask Atlas.'),
    ],
    [
      'of a partner',
      note('Racks by Kestrel Works', 'Our partner Kestrel Works has them. Ask Kestrel Works, Kestrel Works.'),
    ],
  ])('%s', (_what, parts) => {
    expect(suggestedIn(parts, PAGES)).toBe(null);
  });

  it('by initials, where people of the account are known and none took part', () => {
    const people = 'participants: ["Bo Lind", "Cy Marsh"]';
    expect(suggestedIn(note('PUD: posts', '', people), PAGES)).toBe('Pinewater Utilities District');
    const others = { ...PAGES, 'a.md': filed('Pinewater Utilities District', 'Ana Lopez') };
    expect(suggestedIn(note('PUD: posts', '', people), others)).toBe(null);
    expect(suggestedIn(note('PUD: posts', '', 'participants: ["Ana Lopez", "Cy Marsh"]'), others)).toBe(
      'Pinewater Utilities District',
    );
  });

  it('where only colleagues took part and its name came up once', () => {
    const people = 'participants: ["Ana Lopez", "Ben <ben@quillmere.io>"]';
    const others = { ...PAGES, 't.md': { ...filed('', 'Ana Lopez'), title: 'Team call' } };
    expect(suggestedIn(note('The fair', 'Dinner with Blue Heron.', people), PAGES, ['quillmere.io'])).toBe(
      'Blue Heron',
    );
    expect(suggestedIn(note('The fair', 'Dinner with Blue Heron.', people), others, ['quillmere.io'])).toBe(null);
  });

  it('by one person who was met once', () => {
    const people = note('A call', '', 'participants: ["Ana Lopez"]');
    expect(suggestedIn(people, { 'a.md': filed('Aster', 'Ana Lopez') })).toBe(null);
    expect(suggestedIn(people, MET)).toBe('Blue Heron');
  });
});

describe('the customer wins over what is talked about most', () => {
  const talk = 'Northwind Traders has a limit. Northwind Traders knows. Ask Northwind Traders.';

  it.each<[string, NoteParts]>([
    ['by its name in the title', note('Blue Heron: limits', talk)],
    ['by a mail address', note('Limits', talk, 'participants: ["Ana <ana@heron.org>"]')],
    ['by where the title says it is', note('Northwind Traders connector at Blue Heron', talk)],
    ['by what is left behind', note('Blue Heron: migration from Northwind Traders', talk)],
    [
      'by a link in a heading',
      { title: 'Weekly', body: ['### [[C/Blue Heron/README|Blue Heron]] weekly', '', '## Summary', talk] },
    ],
  ])('%s', (_what, parts) => {
    expect(suggestedIn(parts, PAGES)).toBe('Blue Heron');
  });

  it('by its people, of two that the title names', () => {
    const parts = note('Northwind Traders and Blue Heron', talk, 'participants: ["Ana Lopez"]');
    expect(suggestionsIn(parts, { ...PAGES, ...MET })[0]).toMatchObject({ name: 'Blue Heron', certain: false });
  });
});

it('a link in a heading is a reason', () => {
  expect(reasonsIn({ title: 'Weekly', body: ['### [[Blue Heron]] weekly'] }, PAGES)).toContainEqual(
    expect.stringContaining('Blue Heron: “Blue Heron” in a heading link'),
  );
});

it('the page of a person with a day is a meeting with that person, and without one it is not', () => {
  const person = (more: readonly string[]): NoteParts => ({
    title: 'A call',
    more: ['person: "[[Ana Lopez]]"', ...more],
  });
  expect(suggestedIn(person([]), MET)).toBe('Blue Heron');
  expect(suggestedIn({ ...person(['participants: ["Ana Lopez"]']), date: undefined }, MET)).toBe(null);
});

describe('a suggestion is not certain', () => {
  it.each<[string, NoteParts]>([
    ['where the name is called a tool once', note('Calls at Blue Heron', 'Blue Heron waits. They use Blue Heron.')],
    ['where the name stands beside another one', note('Blue Heron and Kestrel on racks')],
    ['where the name goes on in the text', note('Call with Blue Heron', 'Blue Heron Brewing has racks.')],
    [
      'where another account is named where nothing is read',
      {
        title: 'Call with Blue Heron',
        body: ['## Summary', 'Racks.', '## Small talk', 'Northwind Traders.'],
      },
    ],
  ])('%s', (_what, parts) => {
    expect(suggestionsIn(parts, PAGES)[0]).toMatchObject({ name: 'Blue Heron', certain: false });
  });
});
