import { describe, expect, it } from '@jest/globals';
import { selectUnassigned } from '../../../src/core/graph/select';
import { vaultOf, type NoteParts } from '../graph/vault';

const PAGES = {
  'C/Blue Heron/README.md': { title: 'Blue Heron, Inc.', aliases: ['BHI'] },
  'C/Northwind Traders/README.md': { title: 'Northwind Traders' },
  "C/O'Leary/README.md": { title: "O'Leary Foods" },
  'C/AB/README.md': { title: 'AB' },
  'C/The Mill/README.md': { title: 'The Mill' },
};

function suggestions(parts: NoteParts, pages: Readonly<Record<string, NoteParts>> = PAGES): readonly string[] {
  const [row] = selectUnassigned(vaultOf({ ...pages, 'm.md': { date: '2026-03-06', ...parts } }));
  return row!.suggestions.map(({ name, reasons }) => `${name}: ${reasons.join(', ')}`);
}

describe('suggestions', () => {
  it.each<[string, NoteParts, readonly string[]]>([
    ['a name in the title', { title: 'Northwind Traders: racks' }, ['Northwind Traders: named in the title']],
    ['a name without its legal form', { title: 'Racks for Blue Heron' }, ['Blue Heron, Inc.: named in the title']],
    ['an alias', { title: 'Racks for BHI' }, ['Blue Heron, Inc.: named in the title']],
    ['a possessive', { title: 'Blue Heron’s racks' }, ['Blue Heron, Inc.: named in the title']],
    ['an apostrophe', { title: 'O’Leary Foods racks' }, ["O'Leary Foods: named in the title"]],
    ['the title before the summary', { title: 'BHI', body: ['## Summary', 'Northwind Traders came up.'] }, ['Blue Heron, Inc.: named in the title', 'Northwind Traders: named in the summary']],
    ['all reasons', { title: 'BHI', body: ['## Summary', 'Blue Heron.', '## Action Items', '- [?] Ask Blue Heron.'] }, ['Blue Heron, Inc.: named in the title, named in the summary, named in the text']],
    ['a name in a decision', { title: 'x', body: ['## Decisions', '- Blue Heron first'] }, ['Blue Heron, Inc.: named in the text']],
    ['no name', { title: 'Racks' }, []],
    ['a part of a name', { title: 'Blue racks, Northwinds' }, []],
    ['a name too short to look for', { title: 'AB' }, []],
    ['a common word', { title: 'The racks' }, []],
  ])('%s', (_what, parts, wanted) => {
    expect(suggestions(parts)).toEqual(wanted);
  });

  it('say less of each where several are named', () => {
    const [row] = selectUnassigned(vaultOf({ ...PAGES, 'm.md': { title: 'Blue Heron and Northwind Traders', date: '2026-03-06' } }));
    expect(row!.suggestions.map(({ key, score }) => [key === null, score])).toEqual([[false, 0.63], [false, 0.63]]);
  });

  it('where none is known, are the name that the note repeats, not those of people or days', () => {
    const parts = {
      title: 'Kestrel Canneries scope', more: ['participants: ["Tove Lind"]'],
      body: ['## Summary', 'We met Kestrel Canneries. On Monday, Tove Lind asked Kestrel Canneries. By Monday, Tove Lind knows. Before Monday, Tove Lind calls.', '## Decisions', '- Wait for Kestrel Canneries’ answer'],
    };
    expect(suggestions(parts, {})).toEqual(['Kestrel Canneries: named in the title, named 3 times in the text']);
  });

  it('are none for notes with an account, account pages and others', () => {
    expect(selectUnassigned(vaultOf({ 'm.md': { title: 'Aster', date: '2026-03-06', account: 'Aster' }, 'C/Aster.md': {}, 'x.md': '- [?] a' }))).toEqual([]);
  });
});
