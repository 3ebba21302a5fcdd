import { sameValue } from '../../core/base/equal';
import { deriveStore } from '../../core/base/store';
import { sayApart, saySame, takeBackSaying } from '../../core/copies/say';
import type { SavedFilter } from '../../core/settings';
import { decidedByDay, decidedSince } from '../../core/triage/progress';
import { reasonsGiven } from '../../core/triage/reasons';
import type { Context } from '../context';
import type { Question } from '../prompts';
import type { FirstRun } from '../first-run/first-run';
import { contextInSteps, contextOf, type ContextSources } from './context';
import type { FollowedRows } from './followed-rows';
import type { TriageModel } from './model';
import type { PressQueue } from './press-queue';
import { GROUPINGS } from './sections';
import { groupOf } from '../../core/copies/group';
import { words } from '../../words/words';

/** What triage needs of the rest of the app. */
export type TriageContext = Pick<
  Context,
  | 'graph'
  | 'groups'
  | 'today'
  | 'settings'
  | 'progress'
  | 'entries'
  | 'memory'
  | 'vault'
  | 'prompts'
  | 'inSlices'
  | 'onError'
> & {
  readonly why: ContextSources['why'];
  readonly followed: Pick<FollowedRows, 'isFinding'>;
  readonly queue: PressQueue;
  readonly people: TriageModel['people'];
  readonly firstRun: Pick<FirstRun, 'isNothing' | 'tags'>;
  readonly setUp: () => void;
  readonly show: TriageModel['show'];
  readonly chooseAccount: TriageModel['chooseAccount'];
  readonly openChanges: TriageModel['openChanges'];
};

const DAYS_SHOWN = 14;

/**
 * What triage shows in a view (`isView`) or in the list of the palette, followed from now until `stop`, and what can be
 * done with it.
 */
export function followTriage(context: TriageContext, isView: boolean): TriageModel {
  const { graph, groups, today, queue, people, firstRun, setUp, memory, vault, why, inSlices, onError } = context;
  const { show, chooseAccount, openChanges } = context;
  const sources = (): ContextSources => ({ graph: graph.get(), groups: groups.get() ?? new Map(), why });
  const values = followValues(context);
  const lastShown = memory.get('triage-shown');
  const remembered = memory.get('split');
  const showing = (): void => {
    if (isView) memory.set('triage-shown', Date.now());
  };
  showing();
  return {
    queue,
    today,
    ...values,
    isNothing: firstRun.isNothing,
    tags: firstRun.tags,
    setUp,
    isNew: (path) => (vault.createdAt(path) ?? 0) > (typeof lastShown === 'number' ? lastShown : 0),
    lastSplit: typeof remembered === 'string' ? remembered : null,
    rememberSplit: (split) => memory.set('split', split),
    lastGrouping: GROUPINGS.find((name) => name === memory.get('grouping')) ?? 'meeting',
    rememberGrouping: (grouping) => memory.set('grouping', grouping),
    chooseAccount,
    ...whatIsToldOfRows(context),
    ...filterKeeper(context),
    confirm: (question) => confirmBulk(context, question),
    people,
    contextOf: (row) => contextOf(sources(), row),
    readContext: (row, isOver) => inSlices(contextInSteps(sources(), row), isOver),
    open: vault.open,
    openChanges,
    show,
    onError,
    stop() {
      showing();
      Object.values(values).forEach((store) => store.stop());
    },
  };
}

type FollowedValue = 'letters' | 'savedFilters' | 'isReading' | 'reasons' | 'decidedNow' | 'decidedDays';

/** The values that a view follows until each is stopped. */
function followValues({ followed, today, settings, progress, entries, onError }: TriageContext): {
  readonly [Name in FollowedValue]: TriageModel[Name] & { stop(): void };
} {
  const options = { equal: sameValue, onError: (error: unknown) => onError(words.failures.update.triage, error) };
  const opened = Date.now();
  return {
    letters: deriveStore([settings], ({ letterKeys }) => letterKeys, options),
    savedFilters: deriveStore([settings], (known) => known.savedFilters, options),
    isReading: deriveStore([progress, followed.isFinding], (reading, finding) => reading !== null || finding, options),
    reasons: deriveStore([entries], reasonsGiven, options),
    decidedNow: deriveStore([entries], (known) => decidedSince(known, opened), options),
    decidedDays: deriveStore([entries, today], (known, day) => decidedByDay(known, day, DAYS_SHOWN), options),
  };
}

/** Remembers what people say of rows that are, or are not, the same. */
function whatIsToldOfRows({ settings, groups, queue }: TriageContext): Pick<TriageModel, 'setApart' | 'tellTwins'> {
  return {
    setApart(line) {
      const others = groupOf(groups.get() ?? new Map(), line)?.lines.filter(({ key }) => key !== line.key) ?? [];
      settings.change(sayApart(settings.get(), [line], others));
      return words.triage.setApart;
    },
    tellTwins(rows, areSame) {
      const before = settings.get();
      const [row, twin] = rows;
      const after = (areSame ? saySame : sayApart)(before, [row, ...row.copies], [twin, ...twin.copies]);
      settings.change(after);
      const forget = queue.tellTwins(rows, areSame);
      return {
        words: areSame ? words.triage.twins.joined : words.triage.twins.parted,
        takeBack() {
          settings.change(takeBackSaying(settings.get(), before, after));
          forget();
          return words.triage.twins.takenBack;
        },
      };
    },
  };
}

/** Keeps filters by their names. */
function filterKeeper({ settings }: TriageContext): Pick<TriageModel, 'saveFilter' | 'forgetFilter'> {
  const without = (name: string): readonly SavedFilter[] =>
    settings.get().savedFilters.filter((saved) => saved.name !== name);
  return {
    saveFilter: (filter) => settings.change({ savedFilters: [...without(filter.name), filter] }),
    forgetFilter: (name) => settings.change({ savedFilters: without(name) }),
  };
}

/** Asks before something larger is done; the first time, it tells how notes are kept safe besides. */
async function confirmBulk({ memory, prompts }: TriageContext, question: Question): Promise<boolean> {
  const isFirst = memory.get('bulk-told') !== true;
  const wanted = await prompts.confirm(
    isFirst ? { ...question, text: `${question.text} ${words.triage.fileRecovery}` } : question,
  );
  if (wanted) memory.set('bulk-told', true);
  return wanted;
}
