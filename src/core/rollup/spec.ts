import { parseDay, type Day } from '../base/day';
import { parsePeriod, PERIOD_WORDS, type Period } from '../base/period';
import { linkName } from '../note/link-name';
import { visible } from '../text/inline';
import {
  DECISION_STATUSES,
  GROUPINGS,
  ROLLUP_KEYS,
  ROLLUP_TASK_STATUSES,
  SHOWS,
  SORTS,
  valuesFor,
  type DecisionStatus,
  type RollupGrouping,
  type RollupKeyName,
  type RollupShow,
  type RollupSort,
  type RollupTaskStatus,
} from './keys';
import { nearest } from './nearest';
import { words } from '../../words/words';

/** What a rollup block asks for. */
export interface RollupSpec {
  readonly show: RollupShow;
  /** Whose: the account of the block's own note, all, or those of these names, as written. */
  readonly account: 'own' | 'all' | readonly NamedAccount[];
  /** Notes from the first day of this period on. */
  readonly since: Period | null;
  /** Notes up to the last day of this period. */
  readonly until: Period | null;
  /** Tasks of these people alone, as written; `me` is the user and `nobody` a task without an owner. Null: of all. */
  readonly owners: readonly string[] | null;
  readonly decisions: ReadonlySet<DecisionStatus>;
  readonly tasks: ReadonlySet<RollupTaskStatus>;
  /** The statuses as they were asked for, for the title; null where nobody asked. */
  readonly status: readonly string[] | null;
  readonly group: RollupGrouping;
  readonly sort: RollupSort;
  readonly limit: number | null;
}

/** An account that a line names. */
export interface NamedAccount {
  readonly name: string;
  readonly line: number;
}

/** A line of a block that is not understood. */
export interface SpecFault {
  /** Its number in the block, from 0. */
  readonly line: number;
  readonly text: string;
  /** What is wrong, and what to write instead, in a sentence. */
  readonly sentence: string;
  /** The line as it was probably meant, or null. */
  readonly meant: string | null;
}

/** A block as it was read: what it asks for, or what is wrong with it. */
export type ReadSpec =
  | { readonly spec: RollupSpec; readonly faults: readonly [] }
  | { readonly spec: null; readonly faults: readonly SpecFault[] };

/** A line may be so long, in UTF-16 units, and a block may have so many. */
const LONGEST_LINE = 500;
const MOST_LINES = 100;

interface Entry {
  readonly line: number;
  readonly text: string;
  readonly key: RollupKeyName;
  readonly value: string;
}

/**
 * Reads the text between the fences of a block: `key: value` lines, blank lines between them, and nothing else. A line
 * has one fault at most.
 */
export function readSpec(source: string): ReadSpec {
  const faults: SpecFault[] = [];
  const entries: Entry[] = [];
  const lines = source.split(/\r\n?|\n/);
  lines.slice(0, MOST_LINES).forEach((text, line) => {
    const words = text.trim();
    if (words === '') return;
    const read = readLine(words, entries);
    if ('sentence' in read) faults.push({ line, text, ...read });
    else entries.push({ line, text, ...read });
  });
  const below = lines.findIndex((text, line) => line >= MOST_LINES && text.trim() !== '');
  if (below !== -1)
    faults.push({
      line: below,
      text: lines[below]!,
      sentence: words.rollups.manyLines(MOST_LINES),
      meant: null,
    });
  const isShowUnclear = faults.some(({ meant }) => meant?.startsWith('show:') === true);
  const spec = specOf(
    entries,
    isShowUnclear,
    (entry, { sentence, meant }) => void faults.push({ line: entry.line, text: entry.text, sentence, meant }),
  );
  return faults.length === 0 ? { spec, faults: [] } : { spec: null, faults: faults.sort((a, b) => a.line - b.line) };
}

/** What is wrong with a line, and how it was probably meant. */
type Wrong = Pick<SpecFault, 'sentence' | 'meant'>;
type Refuse = (entry: Entry, wrong: Wrong) => void;

function wrong(sentence: string, meant: string | null = null): Wrong {
  return { sentence, meant };
}

function readLine(text: string, above: readonly Entry[]): Wrong | Pick<Entry, 'key' | 'value'> {
  if (text.length > LONGEST_LINE) return wrong(words.rollups.longLine(LONGEST_LINE));
  const colon = text.indexOf(':');
  if (colon === -1) {
    const meant = nearest(text, SHOWS);
    return wrong(words.rollups.noKey, meant === null ? null : `show: ${meant}`);
  }
  const written = text.slice(0, colon).trim();
  const value = text.slice(colon + 1).trim();
  const names = ROLLUP_KEYS.map(({ name }) => name);
  const key = names.find((name) => name === written.toLowerCase());
  if (key === undefined) {
    const meant = nearest(written, names);
    return wrong(
      `${words.rollups.unknownKey(shown(written))}${meantOr(meant, names)}`,
      meant === null ? null : `${meant}: ${value}`.trimEnd(),
    );
  }
  if (key === 'account' ? linkName(value) === '' : itemsOf(value).length === 0)
    return wrong(words.rollups.noValue(key));
  if (key !== 'account' && above.some((entry) => entry.key === key)) return wrong(words.rollups.twice(key));
  return { key, value };
}

const DEFAULTS: Readonly<Record<RollupShow, Pick<RollupSpec, 'decisions' | 'tasks' | 'sort'>>> = {
  decisions: { decisions: new Set(['stated', 'confirmed']), tasks: new Set(), sort: 'newest' },
  tasks: { decisions: new Set(), tasks: new Set(['proposed', 'open', 'in-progress']), sort: 'due' },
  facts: { decisions: new Set(), tasks: new Set(), sort: 'newest' },
  timeline: {
    decisions: new Set(['stated', 'confirmed']),
    tasks: new Set(['open', 'in-progress', 'done']),
    sort: 'newest',
  },
};

function specOf(entries: readonly Entry[], isShowUnclear: boolean, refuse: Refuse): RollupSpec {
  const entry = (key: RollupKeyName): Entry | undefined => entries.find((found) => found.key === key);
  const oneOf = <T extends string>(key: RollupKeyName, values: readonly T[], shows: RollupShow): T | null => {
    const found = entry(key);
    if (found === undefined) return null;
    const fault = wrongValue(key, [found.value], shows);
    if (fault !== null) refuse(found, fault);
    return fault === null ? values.find((value) => value === found.value.toLowerCase())! : null;
  };
  const period = (key: 'since' | 'until'): Period | null => {
    const found = entry(key);
    const read = found === undefined ? null : parsePeriod(found.value);
    if (found !== undefined && read === null) refuse(found, wrongPeriod(key, found.value));
    return read;
  };
  // Where it is not understood what is shown, nothing else is wrong because of it: a timeline has all there is.
  const show =
    oneOf('show', SHOWS, 'timeline') ?? (entry('show') === undefined && !isShowUnclear ? 'decisions' : 'timeline');
  const owner = entry('owner');
  if (owner !== undefined && valuesFor('owner', show).length === 0) refuse(owner, wrong(words.rollups.noOwner));
  const limit = entry('limit');
  if (limit !== undefined && !/^[1-9]\d{0,5}$/.test(limit.value))
    refuse(limit, wrong(words.rollups.notANumber(shown(limit.value))));
  return {
    show,
    account: accountOf(entries),
    since: period('since'),
    until: period('until'),
    owners: owner === undefined ? null : itemsOf(owner.value),
    ...statusesOf(entry('status'), show, refuse),
    group: oneOf('group', GROUPINGS, show) ?? 'none',
    sort: oneOf('sort', SORTS, show) ?? DEFAULTS[show].sort,
    limit: limit === undefined ? null : Number(limit.value),
  };
}

/** `[[Customers/Blue Heron/README|Blue Heron]]` names Blue Heron, as the line of a note does. */
function accountOf(entries: readonly Entry[]): RollupSpec['account'] {
  const named = entries.flatMap(({ key, value, line }) => (key === 'account' ? [{ name: linkName(value), line }] : []));
  if (named.length === 0) return 'own';
  return named.some(({ name }) => name.toLowerCase() === 'all') ? 'all' : named;
}

/** The parts of a list, without the `@` of an owner. */
function itemsOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim().replace(/^@\s*/, ''))
    .filter((item) => item !== '');
}

type Statuses = Pick<RollupSpec, 'decisions' | 'tasks' | 'status'>;

function statusesOf(entry: Entry | undefined, show: RollupShow, refuse: Refuse): Statuses {
  if (entry === undefined) return { decisions: DEFAULTS[show].decisions, tasks: DEFAULTS[show].tasks, status: null };
  const usable = valuesFor('status', show);
  const wanted = itemsOf(entry.value);
  const fault = usable.length === 0 ? wrong(words.rollups.noStatus) : wrongValue('status', wanted, show);
  if (fault !== null) refuse(entry, fault);
  const names = new Set(wanted.map((word) => word.toLowerCase()));
  const held = <T extends string>(statuses: readonly T[]): ReadonlySet<T> =>
    new Set(statuses.filter((status) => usable.includes(status) && (names.has('all') || names.has(status))));
  return { decisions: held(DECISION_STATUSES), tasks: held(ROLLUP_TASK_STATUSES), status: [...names] };
}

/**
 * What is wrong with the values of a line, or null. The line is meant with all of them mended, where each is near to a
 * right one.
 */
function wrongValue(key: RollupKeyName, items: readonly string[], show: RollupShow): Wrong | null {
  const values = valuesFor(key, show);
  const isRight = (item: string): boolean => values.includes(item.toLowerCase());
  const first = items.find((item) => !isRight(item));
  if (first === undefined) return null;
  const all: readonly string[] = ROLLUP_KEYS.find(({ name }) => name === key)!.values;
  if (all.includes(first.toLowerCase()))
    return wrong(`${words.rollups.notFor(`${key}: ${first.toLowerCase()}`, show)}${words.rollups.use(values)}`);
  const meant = nearest(first, values);
  const mended = items.map((item) => (isRight(item) ? item : nearest(item, values)));
  return wrong(
    `${words.rollups.notAValue(key, shown(first))}${meantOr(meant, values)}`,
    mended.includes(null) ? null : `${key}: ${mended.join(', ')}`,
  );
}

function wrongPeriod(key: 'since' | 'until', value: string): Wrong {
  const meant =
    spelledOut(value) ??
    nearest(
      value,
      PERIOD_WORDS.filter((word) => !/\d/.test(word)),
    );
  return wrong(
    `${words.rollups.notADate(shown(value))}${meant === null ? '' : words.rollups.meant(meant)}`,
    meant === null ? null : `${key}: ${meant}`,
  );
}

/** `2026/3/2` as the day that it is, or null. */
function spelledOut(value: string): Day | null {
  const [year, month, day] = /^\d{4}([-/.])\d{1,2}\1\d{1,2}$/.test(value) ? value.split(/[-/.]/) : [];
  return day === undefined ? null : parseDay(`${year!}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const LONGEST_QUOTE = 40;

/** Words of a block as they stand in a sentence: not too long, and with nothing that cannot be seen. */
export function shown(text: string): string {
  const letters = [...visible(text)];
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : letters.join('');
}

function meantOr(meant: string | null, values: readonly string[]): string {
  return meant === null ? words.rollups.use(values) : words.rollups.meant(meant);
}
