import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finish } from '../../../src/core/base/steps';
import { gatherHistory } from '../../../src/core/account/history';
import { accountFinder, suggestAccounts, type Suggestion } from '../../../src/core/account/suggest';
import { readVault } from '../../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { noteText, type NoteParts } from '../graph/vault';
import { pagesOf, suggestionsIn } from './suggest-vault';

const NAMES = [
  'Blue Heron, Inc.',
  'Northwind Traders',
  'Northwind Logistics',
  'Harbor',
  'Vetch & Sorrel',
  'Société Mirelle S.A.S.',
];
const WORDS = [
  'Blue Heron',
  'blew herron',
  'Northwind',
  'NT',
  'Harbor',
  'Harbor Hill',
  'harbor',
  'V&S',
  'Mirelle',
  'for',
  'our partner',
  'via',
  'Corvane',
  'and',
  'racks',
  '.',
  ':',
  'pipeline',
  '__proto__',
];
const PEOPLE = ['Ana Lopez', 'Ben Tull <ben@heron.org>', 'cy@mirelle.fr', 'Dee (Harbor)', 'Eve'];

const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...NAMES, ...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    ),
    { maxLength: 10 },
  )
  .map((words) => words.join(' '));
const oneLine = text.map((words) => words.replace(/\p{C}/gu, ' '));
const note: fc.Arbitrary<NoteParts> = fc
  .record({
    title: oneLine,
    summary: oneLine,
    decision: oneLine,
    people: fc.subarray(PEOPLE),
    source: fc.constantFrom('one', 'two', ''),
  })
  .map(({ title, summary, decision, people, source }) => ({
    title,
    more: [`participants: ${JSON.stringify(people)}`, `source_ref: "${source}"`],
    body: ['## Summary', summary, '## Decisions', `- ${decision}`],
  }));
const filed = fc
  .array(fc.tuple(note, fc.constantFrom(...NAMES)), { maxLength: 5 })
  .map((notes) =>
    Object.fromEntries(notes.map(([parts, account], at) => [`${at}.md`, { ...parts, account, date: '2026-03-01' }])),
  );

test('suggestions of any note are known accounts or new names with reasons, the likeliest first, and at most the first is certain', () => {
  fc.assert(
    fc.property(note, filed, (parts, others) => {
      const suggestions = suggestionsIn(parts, { ...pagesOf(...NAMES), ...others });
      const names = new Set<string>(NAMES);
      suggestions.forEach(({ key, name, score, reasons, kinds, certain, tied }, rank) => {
        expect(key === null || names.has(name)).toBe(true);
        expect(score > 0 && score < 1).toBe(true);
        expect(reasons.length > 0 && reasons.every((reason) => reason !== '')).toBe(true);
        expect(kinds.length > 0 && new Set(kinds).size === kinds.length && kinds.length <= reasons.length).toBe(true);
        expect(
          tied &&
            (certain ||
              key === null ||
              !suggestions.some((other) => other !== suggestions[rank] && other.key !== null)),
        ).toBe(false);
        expect(score).toBeLessThanOrEqual(suggestions[rank - 1]?.score ?? 1);
        expect(certain && (rank > 0 || key === null || score < 0.75)).toBe(false);
      });
      const keys = suggestions.flatMap(({ key }) => (key === null ? [] : [key]));
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});

test('the order of the notes of a vault decides nothing', () => {
  const suggest = (files: readonly (readonly [string, string])[]): readonly Suggestion[] => {
    const { notes, resolution } = readVault(files, DEFAULT_SETTINGS);
    const history = finish(
      gatherHistory(
        files.map(([path]) => notes.get(path)!),
        resolution,
        DEFAULT_SETTINGS,
      ),
    );
    return suggestAccounts(
      notes.get('m.md')!,
      resolution.accounts,
      accountFinder([...resolution.accounts.values()].reverse(), DEFAULT_SETTINGS),
      history,
    );
  };
  fc.assert(
    fc.property(note, filed, (parts, others) => {
      const files = Object.entries({ ...pagesOf(...NAMES), ...others, 'm.md': { ...parts, date: '2026-03-06' } }).map(
        ([path, said]) => [path, noteText(said)] as const,
      );
      expect(suggest([...files].reverse())).toEqual(suggest(files));
    }),
    { numRuns: 200 },
  );
});

test('two accounts in a title are never certain, whatever else the note says', () => {
  fc.assert(
    fc.property(
      note,
      fc.subarray(NAMES, { minLength: 2, maxLength: 2 }),
      filed,
      (parts, [one = '', two = ''], others) => {
        const suggestions = suggestionsIn(
          { ...parts, title: `${one} with ${two}` },
          { ...pagesOf(...NAMES), ...others },
        );
        const named = suggestions.filter(({ kinds }) => kinds.includes('named in the title'));
        fc.pre(named.length === 2);
        expect(suggestions.some(({ certain }) => certain)).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

test('an account that nothing in the vault tells of changes no suggestion', () => {
  fc.assert(
    fc.property(note, filed, (parts, others) => {
      const pages = pagesOf(...NAMES);
      expect(suggestionsIn(parts, { ...pages, ...pagesOf('7731 8864'), ...others })).toEqual(
        suggestionsIn(parts, { ...pages, ...others }),
      );
    }),
    { numRuns: 150 },
  );
});

test('a finder that knows a note already says the same of it', () => {
  fc.assert(
    fc.property(note, (parts) => {
      const { notes, resolution } = readVault(
        [...Object.entries(pagesOf(...NAMES)), ['m.md', { ...parts, date: '2026-03-06' }] as const].map(
          ([path, said]) => [path, noteText(said)] as const,
        ),
        DEFAULT_SETTINGS,
      );
      const find = accountFinder(resolution.accounts.values());
      const suggest = (): readonly Suggestion[] => suggestAccounts(notes.get('m.md')!, resolution.accounts, find);
      expect(suggest()).toEqual(suggest());
    }),
    { numRuns: 50 },
  );
});
