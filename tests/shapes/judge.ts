import type { Report } from '../../scripts/workbench/report';
import { foldSpace } from '../../src/core/text/space';

/** What a case expects of a value: the value, or one of several, or parts that it has or lacks. */
type Wanted = unknown;
type Row = Readonly<Record<string, unknown>>;

/** What `expect.json` of a case says; what it leaves out is a matter of taste. */
export interface Expected {
  readonly about: string;
  /** Settings that differ from the default ones. */
  readonly settings?: Row;
  readonly accounts?: Wanted;
  readonly tasks?: WantedRows;
  readonly decisions?: WantedRows;
  readonly facts?: WantedRows;
  readonly problems?: readonly string[];
  readonly suggestions?: readonly { readonly path: string; readonly account: Wanted }[];
  /** Each list of `[path, line]` is one group of copies. */
  readonly copies?: readonly (readonly (readonly [string, number])[])[];
  readonly notes?: readonly Row[];
  /** One of these must hold, too. */
  readonly oneOf?: readonly Expected[];
}

/** All rows, in the order of path and line; or rows that must be among them, and texts that must not. */
type WantedRows = readonly Row[] | { readonly has?: readonly Row[]; readonly lacks?: readonly string[] };

/** What `inspect --json` says of a vault, and the files that it could not read. */
export type Found = Report & { readonly unreadable: readonly string[] };

/** The differences between what a case expects and what was found, a sentence each. */
export function differences(expected: Expected, found: Found): readonly string[] {
  const all = [
    ...(expected.accounts === undefined
      ? []
      : value(
          'accounts',
          expected.accounts,
          asRows(found.accounts).map(({ name }) => name),
        )),
    ...rows('task', expected.tasks, found.tasks),
    ...rows('decision', expected.decisions, found.decisions),
    ...rows('fact', expected.facts, found.facts),
    ...problems(expected.problems ?? [], found),
    ...suggestions(expected.suggestions ?? [], found),
    ...copies(expected.copies ?? [], found),
    ...notes(expected.notes ?? [], found),
  ];
  const others = (expected.oneOf ?? []).map((part) => differences(part, found));
  return others.length === 0 || others.some((one) => one.length === 0) ? all : [...all, ...others.flat()];
}

function problems(paths: readonly string[], found: Found): readonly string[] {
  const told = [...asRows(found.problems).map(({ path }) => String(path)), ...found.unreadable];
  return paths.flatMap((path) => (told.some((one) => same(path, one)) ? [] : [`nothing is told of “${path}”`]));
}

function suggestions(wanted: Expected['suggestions'] & object, found: Found): readonly string[] {
  return wanted.flatMap(({ path, account }) => {
    const note = asRows(found.unassigned).find((one) => same(path, one['path']));
    if (note === undefined) return [`“${path}” is not among the notes without an account`];
    const [first] = note['suggestions'] as readonly Row[];
    return value(`suggestion for “${path}”`, account, first?.['account'] ?? null);
  });
}

function copies(groups: Expected['copies'] & object, found: Found): readonly string[] {
  const lines = asRows([...found.tasks, ...found.decisions, ...found.facts]);
  const groupOf = ([path, line]: readonly [string, number]): unknown =>
    lines.find((row) => same(path, row['path']) && row['line'] === line)?.['copies'] ?? null;
  return groups.flatMap((group) => {
    const ids = new Set(group.map(groupOf));
    return ids.size === 1 && !ids.has(null)
      ? []
      : [`${group.map((one) => one.join(':')).join(', ')} are not one group`];
  });
}

function notes(wanted: readonly Row[], found: Found): readonly string[] {
  return wanted.flatMap((note) => {
    const one = asRows(found.notes).find(({ path }) => same(note['path'], path));
    return one === undefined
      ? [`“${String(note['path'])}” is not read`]
      : fields(`“${String(note['path'])}”`, note, one);
  });
}

function rows(word: string, wanted: WantedRows | undefined, found: readonly object[]): readonly string[] {
  if (wanted === undefined) return [];
  const actual = [...asRows(found)].sort((a, b) =>
    a['path'] === b['path'] ? Number(a['line']) - Number(b['line']) : String(a['path']) < String(b['path']) ? -1 : 1,
  );
  if ('length' in wanted) {
    return wanted.length === actual.length
      ? wanted.flatMap((row, index) => fields(`${word} ${index + 1}`, row, actual[index]!))
      : [`${word}s: expected ${wanted.length}, got ${shown(actual.map(({ text }) => text))}`];
  }
  const left = [...actual];
  const missing = (wanted.has ?? []).flatMap((row) => {
    const named = left.filter((one) => ['text', 'path'].every((key) => !(key in row) || same(row[key], one[key])));
    const right = named.find((one) => fields('', row, one).length === 0);
    if (right === undefined) {
      return named.length === 0
        ? [`${word} ${shown(row['text'])} is missing`]
        : fields(`${word} ${shown(row['text'])}`, row, named[0]!);
    }
    left.splice(left.indexOf(right), 1);
    return [];
  });
  const extra = (wanted.lacks ?? []).filter((text) => actual.some((one) => same(text, one['text'])));
  return [...missing, ...extra.map((text) => `${word} ${shown(text)} is none`)];
}

function fields(place: string, wanted: Row, actual: Row): readonly string[] {
  return Object.entries(wanted).flatMap(([key, one]) => value(`${place}, ${key}`, one, actual[key]));
}

function value(place: string, wanted: Wanted, actual: unknown): readonly string[] {
  return same(wanted, actual) ? [] : [`${place}: expected ${shown(wanted)}, got ${shown(actual)}`];
}

/** Blanks and a full stop at the end do not count, nor the order of names in a list. */
function same(wanted: Wanted, actual: unknown): boolean {
  if (wanted === null) return actual === null || actual === undefined;
  if (Array.isArray(wanted))
    return Array.isArray(actual) && shown(wanted.map(plain).sort()) === shown(actual.map(plain).sort());
  if (typeof wanted !== 'object') return actual !== null && actual !== undefined && plain(wanted) === plain(actual);
  const { either, has = [], lacks = [] } = wanted as Record<'either' | 'has' | 'lacks', readonly unknown[] | undefined>;
  const holds = (part: unknown): boolean =>
    Array.isArray(actual)
      ? actual.some((one) => plain(one) === plain(part))
      : plain(actual ?? '').includes(plain(part));
  return (either?.some((one) => same(one, actual)) ?? true) && [has].flat().every(holds) && ![lacks].flat().some(holds);
}

const plain = (text: unknown): string => foldSpace(String(text).normalize('NFC')).replace(/\s?[.。]$/u, '');
const shown = (one: unknown): string => JSON.stringify(one) ?? 'nothing';
const asRows = (list: readonly object[]): readonly Row[] => list as readonly Row[];
