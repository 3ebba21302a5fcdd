import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import { deriveStore, type Store } from '../../core/base/store';
import type { JournalEntry } from '../../core/change/journal';
import { groupOf, type Groups } from '../../core/copies/copy-finder';
import { pairOfTexts } from '../../core/copies/pair';
import { normalText } from '../../core/copies/profile';
import type { Graph } from '../../core/graph/graph';
import { knownPeople } from '../../core/person/known-people';
import { personNames } from '../../core/person/person-names';
import { statusSymbols, type Settings } from '../../core/settings';
import { decideRows, type RowVerb } from '../../core/triage/decide';
import { decidedByDay } from '../../core/triage/progress';
import { undoneWords, type Decided } from '../../core/triage/report';
import type { Question } from '../parts/confirm';
import { contextOf } from './context';
import type { FollowedRows } from './followed-rows';
import type { RunOptions, TriageModel } from './model';
import { runPlan, type PlanActions } from './run-plan';

/** What triage needs of the rest of the plugin. */
export interface TriageParts {
  readonly graph: Store<Graph>;
  readonly groups: Store<Groups | null>;
  readonly followed: FollowedRows;
  readonly today: Store<Day>;
  readonly settings: Store<Settings> & { change(values: Partial<Settings>): void };
  readonly progress: Store<unknown>;
  readonly entries: Store<readonly JournalEntry[]>;
  readonly actions: PlanActions & {
    undo(): Promise<Decided | null>;
  };
  /** Small things that are remembered on this device. */
  readonly memory: { readonly get: (name: string) => unknown; readonly set: (name: string, value: unknown) => void };
  /** When the note at a path was created, in milliseconds since 1970; null where there is none. */
  readonly createdAt: (path: string) => number | null;
  readonly confirm: TriageModel['confirm'];
  readonly openNote: TriageModel['open'];
  readonly onError: (what: string, error: unknown) => void;
}

const DAYS_SHOWN = 14;
/** From so many notes on, an action is followed seldom. */
const MANY_NOTES = 5;
const FILE_RECOVERY = 'Besides, Obsidian’s own core plugin “File recovery” keeps earlier versions of your notes.';

/** What triage shows in a view (`isView`) or in the list of the palette, followed from now until `stop`, and what can be done with it. */
export function followTriage(parts: TriageParts, isView: boolean): TriageModel {
  const { graph, groups, followed, today, settings, progress, entries, actions, memory, createdAt, openNote, onError } = parts;
  const options = { equal: sameValue, onError: (error: unknown) => onError('“Triage” did not follow a change', error) };
  const letters = deriveStore([settings], ({ letterKeys }) => letterKeys, options);
  const savedFilters = deriveStore([settings], (values) => values.savedFilters, options);
  const isReading = deriveStore([progress, followed.isFinding], (reading, finding) => reading !== null || finding, options);
  const decidedDays = deriveStore([entries, today], (known, day) => decidedByDay(known, day, DAYS_SHOWN), options);
  const lastShown = memory.get('triage-shown');
  const remembered = memory.get('split');
  const showing = (): void => {
    if (isView) memory.set('triage-shown', Date.now());
  };
  showing();
  const told = async (what: string, work: () => Promise<string>): Promise<string> => {
    try {
      return await work();
    } catch (error) {
      onError(what, error);
      return 'An error stopped it, which the notice names.';
    }
  };
  const run = async (keys: readonly string[], verb: RowVerb, following: RunOptions): Promise<string> => {
    // With the copies of a moment before, a line would be decided without them.
    await followed.settled();
    const byKey = new Map(followed.rows.get().flatMap((row) => [row, ...row.copies].map(({ key }) => [key, row] as const)));
    const found = keys.map((key) => byKey.get(key));
    const rows = [...new Set(found)].filter((row) => row !== undefined);
    const plan = decideRows(graph.get(), rows, verb, { today: today.get(), symbols: statusSymbols(settings.get()) });
    followed.setSlow(plan.notes.length > MANY_NOTES);
    try {
      const gone = found.includes(undefined) ? [{ path: '', sentence: GONE }] : [];
      return await runPlan(actions, verb.name, { ...plan, refusals: [...gone, ...plan.refusals] }, following);
    } finally {
      followed.setSlow(false);
      await followed.settled();
    }
  };
  return {
    rows: followed.rows, today, isReading, letters, decidedDays, savedFilters,
    isNew: (path) => (createdAt(path) ?? 0) > (typeof lastShown === 'number' ? lastShown : 0),
    lastSplit: typeof remembered === 'string' ? remembered : null,
    rememberSplit: (split) => memory.set('split', split),
    decide: (keys, verb, following = {}) => told('The decision was not written', () => run(keys, verb, following)),
    undo: () => told('The last change was not taken back', async () => {
      const report = await actions.undo();
      await followed.settled();
      return undoneWords(report);
    }),
    setApart(line) {
      const others = groupOf(groups.get() ?? new Map(), line)?.lines.filter(({ key }) => key !== line.key) ?? [];
      const pairs = others.map(({ text }) => pairOfTexts(normalText(line.text), normalText(text)));
      settings.change({ notTheSame: [...new Set([...settings.get().notTheSame, ...pairs])] });
      return 'Taken out of the copies, and remembered.';
    },
    saveFilter: (filter) => settings.change({ savedFilters: [...settings.get().savedFilters.filter(({ name }) => name !== filter.name), filter] }),
    forgetFilter: (name) => settings.change({ savedFilters: settings.get().savedFilters.filter((saved) => saved.name !== name) }),
    async confirm(question: Question) {
      const isFirst = memory.get('bulk-told') !== true;
      const wanted = await parts.confirm(isFirst ? { ...question, text: `${question.text} ${FILE_RECOVERY}` } : question);
      if (wanted) memory.set('bulk-told', true);
      return wanted;
    },
    people: () => knownPeople(graph.get().notes.values(), personNames(settings.get()), () => null).map(({ name }) => name),
    contextOf: (row) => contextOf(graph.get(), row),
    open: openNote,
    stop() {
      showing();
      [letters, savedFilters, isReading, decidedDays].forEach((store) => store.stop());
    },
  };
}

const GONE = 'A task was not decided: it is not in the list any more.';
