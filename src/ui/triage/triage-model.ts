import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import { deriveStore, type Store } from '../../core/base/store';
import type { JournalEntry } from '../../core/change/journal';
import { groupOf, type Groups } from '../../core/copies/group';
import { pairOfTexts } from '../../core/copies/pair';
import { normalText } from '../../core/copies/profile';
import type { Graph } from '../../core/graph/graph';
import { knownNames } from '../../core/person/known-people';
import { personNames } from '../../core/person/person-names';
import type { Settings } from '../../core/settings';
import { decidedByDay } from '../../core/triage/progress';
import { undoneWords, type Undone } from '../../core/triage/report';
import type { Question } from '../parts/confirm';
import { contextOf } from './context';
import { orError, STOPPED } from '../parts/tell';
import type { DecideByKey } from './decide-by-key';
import type { FollowedRows } from './followed-rows';
import type { TriageModel } from './model';

/** What triage needs of the rest of the plugin. */
export interface TriageParts {
  readonly graph: Store<Graph>;
  readonly groups: Store<Groups | null>;
  readonly followed: FollowedRows;
  readonly today: Store<Day>;
  readonly settings: Store<Settings> & { change(values: Partial<Settings>): void };
  readonly progress: Store<unknown>;
  readonly entries: Store<readonly JournalEntry[]>;
  readonly decide: DecideByKey;
  readonly actions: { undo(): Promise<Undone | null> };
  /** Small things that are remembered on this device. */
  readonly memory: { readonly get: (name: string) => unknown; readonly set: (name: string, value: unknown) => void };
  /** When the note at a path was created, in milliseconds since 1970; null where there is none. */
  readonly createdAt: (path: string) => number | null;
  readonly confirm: TriageModel['confirm'];
  readonly openNote: TriageModel['open'];
  readonly onError: (what: string, error: unknown) => void;
}

const DAYS_SHOWN = 14;
const FILE_RECOVERY = 'Besides, Obsidian’s own core plugin “File recovery” keeps earlier versions of your notes.';

/**
 * What triage shows in a view (`isView`) or in the list of the palette, followed from now until `stop`, and what can be
 * done with it.
 */
export function followTriage(parts: TriageParts, isView: boolean): TriageModel {
  const {
    graph,
    groups,
    followed,
    today,
    settings,
    progress,
    entries,
    decide,
    actions,
    memory,
    createdAt,
    openNote,
    onError,
  } = parts;
  const options = { equal: sameValue, onError: (error: unknown) => onError('“Triage” did not follow a change', error) };
  const letters = deriveStore([settings], ({ letterKeys }) => letterKeys, options);
  const savedFilters = deriveStore([settings], (values) => values.savedFilters, options);
  const isReading = deriveStore(
    [progress, followed.isFinding],
    (reading, finding) => reading !== null || finding,
    options,
  );
  const decidedDays = deriveStore([entries, today], (known, day) => decidedByDay(known, day, DAYS_SHOWN), options);
  const lastShown = memory.get('triage-shown');
  const remembered = memory.get('split');
  const showing = (): void => {
    if (isView) memory.set('triage-shown', Date.now());
  };
  showing();
  return {
    rows: followed.rows,
    today,
    isReading,
    letters,
    decidedDays,
    savedFilters,
    isNew: (path) => (createdAt(path) ?? 0) > (typeof lastShown === 'number' ? lastShown : 0),
    lastSplit: typeof remembered === 'string' ? remembered : null,
    rememberSplit: (split) => memory.set('split', split),
    decide: async (keys, verb, running) => (await decide(keys, verb, running)).words,
    undo: () =>
      orError(
        'The last change was not taken back',
        async () => {
          const report = await actions.undo();
          await followed.settled();
          return undoneWords(report);
        },
        onError,
        STOPPED,
      ),
    setApart(line) {
      const others = groupOf(groups.get() ?? new Map(), line)?.lines.filter(({ key }) => key !== line.key) ?? [];
      const pairs = others.map(({ text }) => pairOfTexts(normalText(line.text), normalText(text)));
      settings.change({ notTheSame: [...new Set([...settings.get().notTheSame, ...pairs])] });
      return 'Taken out of the copies, and remembered.';
    },
    saveFilter: (filter) =>
      settings.change({
        savedFilters: [...settings.get().savedFilters.filter(({ name }) => name !== filter.name), filter],
      }),
    forgetFilter: (name) =>
      settings.change({ savedFilters: settings.get().savedFilters.filter((saved) => saved.name !== name) }),
    async confirm(question: Question) {
      const isFirst = memory.get('bulk-told') !== true;
      const wanted = await parts.confirm(
        isFirst ? { ...question, text: `${question.text} ${FILE_RECOVERY}` } : question,
      );
      if (wanted) memory.set('bulk-told', true);
      return wanted;
    },
    people: () => knownNames(graph.get().notes.values(), personNames(settings.get())),
    contextOf: (row) => contextOf(graph.get(), row),
    open: openNote,
    stop() {
      showing();
      [letters, savedFilters, isReading, decidedDays].forEach((store) => store.stop());
    },
  };
}
