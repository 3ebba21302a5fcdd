import { sameValue } from '../../core/base/equal';
import { deriveStore } from '../../core/base/store';
import { sayApart, saySame, takeBackSaying } from '../../core/copies/say';
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
  const {
    graph,
    groups,
    followed,
    today,
    settings,
    progress,
    entries,
    queue,
    people,
    firstRun,
    setUp,
    memory,
    vault,
    prompts,
    show,
    chooseAccount,
    openChanges,
    why,
    inSlices,
    onError,
  } = context;
  const sources = (): ContextSources => ({ graph: graph.get(), groups: groups.get() ?? new Map(), why });
  const options = { equal: sameValue, onError: (error: unknown) => onError(words.failures.update.triage, error) };
  const letters = deriveStore([settings], ({ letterKeys }) => letterKeys, options);
  const savedFilters = deriveStore([settings], (values) => values.savedFilters, options);
  const isReading = deriveStore(
    [progress, followed.isFinding],
    (reading, finding) => reading !== null || finding,
    options,
  );
  const reasons = deriveStore([entries], reasonsGiven, options);
  const opened = Date.now();
  const decidedNow = deriveStore([entries], (known) => decidedSince(known, opened), options);
  const decidedDays = deriveStore([entries, today], (known, day) => decidedByDay(known, day, DAYS_SHOWN), options);
  const lastShown = memory.get('triage-shown');
  const remembered = memory.get('split');
  const showing = (): void => {
    if (isView) memory.set('triage-shown', Date.now());
  };
  showing();
  return {
    queue,
    today,
    isReading,
    isNothing: firstRun.isNothing,
    tags: firstRun.tags,
    setUp,
    letters,
    decidedDays,
    decidedNow,
    reasons,
    savedFilters,
    isNew: (path) => (vault.createdAt(path) ?? 0) > (typeof lastShown === 'number' ? lastShown : 0),
    lastSplit: typeof remembered === 'string' ? remembered : null,
    rememberSplit: (split) => memory.set('split', split),
    lastGrouping: GROUPINGS.find((name) => name === memory.get('grouping')) ?? 'meeting',
    rememberGrouping: (grouping) => memory.set('grouping', grouping),
    chooseAccount,
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
    saveFilter: (filter) =>
      settings.change({
        savedFilters: [...settings.get().savedFilters.filter(({ name }) => name !== filter.name), filter],
      }),
    forgetFilter: (name) =>
      settings.change({ savedFilters: settings.get().savedFilters.filter((saved) => saved.name !== name) }),
    async confirm(question: Question) {
      const isFirst = memory.get('bulk-told') !== true;
      const wanted = await prompts.confirm(
        isFirst ? { ...question, text: `${question.text} ${words.triage.fileRecovery}` } : question,
      );
      if (wanted) memory.set('bulk-told', true);
      return wanted;
    },
    people,
    contextOf: (row) => contextOf(sources(), row),
    readContext: (row, isOver) => inSlices(contextInSteps(sources(), row), isOver),
    open: vault.open,
    openChanges,
    show,
    onError,
    stop() {
      showing();
      [letters, savedFilters, reasons, isReading, decidedDays, decidedNow].forEach((store) => store.stop());
    },
  };
}
