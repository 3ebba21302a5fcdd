import { oncePer } from '../base/once';
import { personKey } from '../person/person-names';
import { foldText, searchedWords } from '../text/words';
import type { ProposalRow } from './rows';

/** How old the note of a proposal is. */
export type Age = 'week' | 'month' | 'quarter' | 'older';

/** Which rows are looked at, within a split. Null: any. */
export interface Filter {
  /** The name of an account; empty: of none. */
  readonly account: string | null;
  /** The name of a person who owns it, in whatever spelling; empty: of nobody. */
  readonly owner: string | null;
  /** The path of a note. */
  readonly note: string | null;
  readonly age: Age | null;
  /** Words that the row holds, all of them, wherever. */
  readonly words: string;
}

/** The filter that every row passes. */
export const NO_FILTER: Filter = { account: null, owner: null, note: null, age: null, words: '' };

/** The ages in the order they are shown, each with the most days that it holds. */
export const AGES: readonly { readonly name: Age; readonly days: number }[] = [
  { name: 'week', days: 7 },
  { name: 'month', days: 31 },
  { name: 'quarter', days: 92 },
  { name: 'older', days: Infinity },
];

/** What a row can be filtered by, apart from words: for each the values that it has. */
export const FACETS = {
  account: ({ account }: ProposalRow): readonly string[] => [account ?? ''],
  owner: (row: ProposalRow): readonly string[] => ownersOf(row),
  note: ({ path, copies }: ProposalRow): readonly string[] =>
    copies.length === 0 ? [path] : [...new Set([path, ...copies.map((copy) => copy.path)])],
  age: ({ age }: ProposalRow): readonly string[] => [ageOf(age)],
} as const;

export type Facet = keyof typeof FACETS;

const AS_IT_IS = (value: string): string => value;

/** By what two values of a facet are the same. */
const KEYS: Readonly<Record<Facet, (value: string) => string>> = {
  account: AS_IT_IS,
  owner: personKey,
  note: AS_IT_IS,
  age: AS_IT_IS,
};

/** Picks the rows that pass a filter, in which the part `except` does not count. */
export function filterRows(filter: Filter, except: Facet | null = null): (rows: Rows) => Rows {
  const wanted = searchedWords(filter.words);
  const facets = (Object.keys(FACETS) as Facet[]).filter((facet) => facet !== except && filter[facet] !== null);
  const tests = facets.map((facet) => ({ facet, isWanted: valueTest(facet, filter[facet]!) }));
  const isIn = (text: string): boolean => wanted.every((word) => text.includes(word));
  return (rows) => {
    if (tests.length > 0)
      return rows.filter(
        (row) =>
          tests.every(({ facet, isWanted }) => FACETS[facet](row).some(isWanted)) &&
          (wanted.length === 0 || isIn(foldedText(row))),
      );
    if (wanted.length === 0) return rows;
    const texts = foldedTexts(rows);
    return rows.filter((_, at) => isIn(texts[at]!));
  };
}

type Rows = readonly ProposalRow[];

/**
 * All that is searched of a row. Folded once: letter after letter, and for each facet, the same rows are looked
 * through.
 */
const foldedText = oncePer((row: ProposalRow): string =>
  foldText(
    [row, ...row.copies]
      .map(({ text: words, account, owners, note }) => [words, account ?? '', ...owners, note].join(' '))
      .join(' '),
  ),
);

/** The same of the rows of a list, which is asked for as a whole: to look up each row takes longer than to search it. */
const foldedTexts = oncePer((rows: Rows): readonly string[] => rows.map(foldedText));

/**
 * Says of a value of a facet whether it is the wanted one. Made once for many rows: the same values come again and
 * again.
 */
function valueTest(facet: Facet, wanted: string): (value: string) => boolean {
  const key = KEYS[facet](wanted);
  const known = new Map<string, boolean>();
  return (value) => {
    const answer = known.get(value) ?? KEYS[facet](value) === key;
    known.set(value, answer);
    return answer;
  };
}

/** How many rows have each value of a facet. Spellings of a value that meet are one, by the first of them. */
export function countFacet(rows: Iterable<ProposalRow>, facet: Facet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  // The same values come again and again.
  const shown = new Map<string, string>();
  const byKey = new Map<string, string>();
  const shownFor = (value: string): string => {
    const key = KEYS[facet](value);
    const name = byKey.get(key) ?? value;
    byKey.set(key, name);
    shown.set(value, name);
    return name;
  };
  for (const row of rows) {
    for (const name of new Set(FACETS[facet](row).map((value) => shown.get(value) ?? shownFor(value))))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The sum of counts of values of a facet. */
export function sumFacet(some: Iterable<ReadonlyMap<string, number>>, facet: Facet): ReadonlyMap<string, number> {
  const sum = new Map<string, { readonly name: string; count: number }>();
  for (const counts of some)
    for (const [name, count] of counts) {
      const key = KEYS[facet](name);
      const known = sum.get(key);
      if (known === undefined) sum.set(key, { name, count });
      else known.count += count;
    }
  return new Map([...sum.values()].map(({ name, count }) => [name, count]));
}

function ownersOf({ people, copies }: ProposalRow): readonly string[] {
  if (copies.length === 0) return people.length === 0 ? NOBODY : people;
  const all = new Set([...people, ...copies.flatMap((copy) => copy.people)]);
  return all.size === 0 ? NOBODY : [...all];
}

const NOBODY: readonly string[] = [''];

/** A day ahead is no age: such a note is new. */
function ageOf(age: number | null): Age {
  return age === null ? 'older' : AGES.find(({ days }) => age <= days)!.name;
}
