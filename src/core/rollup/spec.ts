import { parsePeriod, type Period } from '../base/period';
import { visible } from '../text/inline';
import {
  DECISION_STATUSES, GROUPINGS, ROLLUP_KEYS, ROLLUP_TASK_STATUSES, SHOWS, SORTS,
  type DecisionStatus, type RollupGrouping, type RollupKeyName, type RollupShow, type RollupSort, type RollupTaskStatus,
} from './keys';
import { nearest } from './nearest';

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
export type ReadSpec = { readonly spec: RollupSpec; readonly faults: readonly [] } | { readonly spec: null; readonly faults: readonly SpecFault[] };

/** A line may be so long, in UTF-16 units, and a block may have so many. */
const LONGEST_LINE = 500;
const MOST_LINES = 100;

interface Entry {
  readonly line: number;
  readonly text: string;
  readonly key: RollupKeyName;
  readonly value: string;
}

/** Reads the text between the fences of a block: `key: value` lines, blank lines between them, and nothing else. */
export function readSpec(source: string): ReadSpec {
  const faults: SpecFault[] = [];
  const entries: Entry[] = [];
  const lines = source.split(/\r\n?|\n/);
  const fault = (line: number, text: string, sentence: string, meant: string | null = null): void => void faults.push({ line, text, sentence, meant });
  lines.slice(0, MOST_LINES).forEach((text, line) => {
    if (text.trim() === '') return;
    const [, written, value] = /^\s*([^:]*?)\s*:\s*([^]*?)\s*$/.exec(text.slice(0, LONGEST_LINE)) ?? [];
    if (written === undefined) {
      const meant = nearest(text.trim(), SHOWS);
      fault(line, text, 'This is no line of a key and a value. Write it as “show: decisions”.', meant === null ? null : `show: ${meant}`);
      return;
    }
    const key = ROLLUP_KEYS.find(({ name }) => name === written.toLowerCase())?.name;
    if (key === undefined) {
      const names = ROLLUP_KEYS.map(({ name }) => name);
      const meant = nearest(written, names);
      fault(line, text, `There is no key “${shown(written)}”. ${meant === null ? `The keys are ${listOf(names)}.` : `Perhaps “${meant}” is meant.`}`, meant === null ? null : `${meant}: ${value!}`);
    } else if (value === '') fault(line, text, `“${key}” has no value. Write one behind the colon, or take the line out.`);
    else if (key !== 'account' && entries.some((entry) => entry.key === key)) fault(line, text, `“${key}” was said above already. Take one of the two lines out.`);
    else entries.push({ line, text, key, value: value! });
  });
  if (lines.length > MOST_LINES) fault(MOST_LINES, lines[MOST_LINES]!, `A block has ${MOST_LINES} lines at most. Take out what stands below.`);
  const spec = specOf(entries, faults);
  return faults.length === 0 ? { spec, faults: [] } : { spec: null, faults: faults.sort((a, b) => a.line - b.line) };
}

const DEFAULTS: Readonly<Record<RollupShow, Pick<RollupSpec, 'decisions' | 'tasks' | 'sort'>>> = {
  decisions: { decisions: new Set(['stated', 'confirmed']), tasks: new Set(), sort: 'newest' },
  tasks: { decisions: new Set(), tasks: new Set(['proposed', 'open', 'in-progress']), sort: 'due' },
  facts: { decisions: new Set(), tasks: new Set(), sort: 'newest' },
  timeline: { decisions: new Set(['stated', 'confirmed']), tasks: new Set(['open', 'in-progress', 'done']), sort: 'newest' },
};

function specOf(entries: readonly Entry[], faults: SpecFault[]): RollupSpec {
  const entry = (key: RollupKeyName): Entry | undefined => entries.find((found) => found.key === key);
  const refuse = ({ line, text }: Entry, sentence: string, meant: string | null = null): null => {
    faults.push({ line, text, sentence, meant });
    return null;
  };
  const oneOf = <T extends string>(key: RollupKeyName, values: readonly T[]): T | null => {
    const found = entry(key);
    if (found === undefined) return null;
    const value = values.find((one) => one === found.value.toLowerCase());
    return value ?? refuse(found, ...wrongValue(key, found.value, values));
  };
  const period = (key: 'since' | 'until'): Period | null => {
    const found = entry(key);
    if (found === undefined) return null;
    const [word] = [nearestPeriod(found.value)];
    return parsePeriod(found.value)
      ?? refuse(found, `“${shown(found.value)}” is no day. Write it as 2026-03-02, 30d, this quarter or last month${word === null ? '' : `; perhaps “${word}” is meant`}.`, word === null ? null : `${key}: ${word}`);
  };
  const show = oneOf('show', SHOWS) ?? 'decisions';
  const defaults = DEFAULTS[show];
  const owner = entry('owner');
  if (owner !== undefined && show !== 'tasks' && show !== 'timeline') refuse(owner, `Only tasks have an owner, and this shows ${show}. Take the line out, or write “show: tasks”.`);
  const limit = entry('limit');
  if (limit !== undefined && !/^[1-9]\d{0,5}$/.test(limit.value)) refuse(limit, `“${shown(limit.value)}” is no number of rows. Write a number from 1 on, such as 10.`);
  return {
    show,
    account: accountOf(entries),
    since: period('since'),
    until: period('until'),
    owners: owner === undefined ? null : namesIn(owner.value),
    ...statusesOf(entry('status'), show, defaults, refuse),
    group: oneOf('group', GROUPINGS) ?? 'none',
    sort: oneOf('sort', SORTS) ?? defaults.sort,
    limit: limit === undefined ? null : Number(limit.value),
  };
}

/** `[[Folder/Blue Heron|BH]]` names Blue Heron, as the line of a note does. */
function accountOf(entries: readonly Entry[]): RollupSpec['account'] {
  const named = entries.flatMap(({ key, value, line }) => (key === 'account' ? [{ name: nameIn(value), line }] : []));
  if (named.length === 0) return 'own';
  return named.some(({ name }) => name.toLowerCase() === 'all') ? 'all' : named;
}

function nameIn(value: string): string {
  const link = /^\[\[([^\][|#^]+)[^\]]*\]\]$/.exec(value)?.[1];
  return (link === undefined ? value : link.replace(/\/README$/i, '').replace(/^.*\//, '')).trim();
}

function namesIn(value: string): readonly string[] {
  return value.split(',').map((name) => name.trim().replace(/^@/, '')).filter((name) => name !== '');
}

type Statuses = Pick<RollupSpec, 'decisions' | 'tasks'>;

function statusesOf(entry: Entry | undefined, show: RollupShow, defaults: Statuses, refuse: (entry: Entry, sentence: string, meant?: string | null) => null): Statuses {
  if (entry === undefined) return defaults;
  const usable = [...(show === 'decisions' || show === 'timeline' ? DECISION_STATUSES : []), ...(show === 'tasks' || show === 'timeline' ? ROLLUP_TASK_STATUSES : [])];
  const wanted = entry.value.toLowerCase().split(',').map((word) => word.trim()).filter((word) => word !== '');
  if (usable.length === 0) refuse(entry, `Only tasks and decisions have a status, and this shows ${show}. Take the line out.`);
  else if (!wanted.includes('all')) {
    const wrong = wanted.find((word) => !usable.some((status) => status === word));
    if (wrong !== undefined) refuse(entry, ...wrongValue('status', wrong, usable));
  }
  const held = <T extends string>(statuses: readonly T[]): ReadonlySet<T> => new Set(statuses.filter((status) => usable.some((one) => one === status) && (wanted.includes('all') || wanted.includes(status))));
  return { decisions: held(DECISION_STATUSES), tasks: held(ROLLUP_TASK_STATUSES) };
}

function wrongValue(key: RollupKeyName, value: string, values: readonly string[]): [sentence: string, meant: string | null] {
  const meant = nearest(value, values);
  const hint = meant === null ? `Write ${listOf(values, 'or')}.` : `Perhaps “${meant}” is meant.`;
  return [`“${key}” cannot be “${shown(value)}” here. ${hint}`, meant === null ? null : `${key}: ${meant}`];
}

function nearestPeriod(value: string): string | null {
  return nearest(value, ['today', 'yesterday', 'this week', 'last week', 'this month', 'last month', 'this quarter', 'last quarter', 'this year', 'last year']);
}

const LONGEST_QUOTE = 40;

function shown(words: string): string {
  const letters = [...visible(words)];
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : letters.join('');
}

function listOf(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}
