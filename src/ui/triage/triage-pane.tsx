import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sameValue } from '../../core/base/equal';
import { partByPart, picking } from '../../core/base/shared-list';
import type { WritableStore } from '../../core/base/store';
import type { RowVerb } from '../../core/triage/decide';
import { filterTest, NO_FILTER, type Age, type Filter } from '../../core/triage/filter';
import type { ProposalRow } from '../../core/triage/rows';
import {
  countSplits,
  countWaiting,
  SPLITS,
  splitTest,
  sumSplits,
  type Split,
  type SplitCounts,
  type SplitRules,
} from '../../core/triage/splits';
import { byFirstLine } from '../../core/triage/waiting';
import type { SavedFilter } from '../../core/settings';
import type { Question } from '../../app/prompts';
import { countWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { Tabs } from '../parts/tabs';
import { useStore, useStoreByFrame } from '../use-store';
import { askDue, askName, askOwner, askPriority, askSnooze, askText } from '../../app/asks';
import type { Ask } from '../../app/prompts';
import { AskForm } from './ask-form';
import { countSelected, currentRow, targetsOf, withShowing, type Rows, type Showing } from '../../app/triage/desk';
import { keepDesk } from '../../app/triage/desk-keeper';
import { KeySheet } from './key-sheet';
import { actionOf, isForItself, isGridAction, type KeyDoor, type PaneAction } from './keys';
import type { TriageModel } from '../../app/triage/model';
import { countWaiting as countUnwritten } from '../../app/triage/presses';
import { ProposalGrid, type GridKeys } from './proposal-grid';
import { taskWords } from '../../app/row-words';
import { TriageFilters } from './triage-filters';
import { TriageFoot } from './triage-foot';
import { TriageToolbar } from './triage-toolbar';

interface TriagePaneProps {
  readonly model: TriageModel;
  /** A filter that is to be shown; null once it is. */
  readonly wanted: WritableStore<Filter | null>;
  /** Is given what takes the keys of the view. */
  readonly keys: KeyDoor;
}

/** Proposed tasks: splits, filters, toolbar and grid. */
export function TriagePane({ model, wanted, keys }: TriagePaneProps): VNode {
  const today = useStore(model.today);
  const isReading = useStore(model.isReading);
  const letters = useStore(model.letters);
  const saved = useStore(model.savedFilters);
  const days = useStore(model.decidedDays);
  const rules = { today, isNew: model.isNew };
  /** What is looked at now: a key may come before it was drawn. */
  const looking = useRef<Looking>({
    split: SPLITS.find(({ name }) => name === model.lastSplit)?.name ?? 'all',
    filter: NO_FILTER,
  });
  const keeper = useMemo(
    () =>
      keepDesk(model.queue, {
        showing: showingOf(looking.current, rules),
        countLeft: (now) => now.shown.length,
        onError: model.onError,
      }),
    [],
  );
  useLayoutEffect(() => keeper.stop, []);
  // The grid follows at once.
  useStoreByFrame(keeper.desk);
  const desk = keeper.desk.get();
  const said = useStore(keeper.said);
  const presses = useStoreByFrame(model.queue.presses);
  const running = useStore(model.queue.running);
  const [showKeys, setShowKeys] = useState(false);
  const [foldsFilters, setFoldsFilters] = useState(true);
  const [asking, setAsking] = useState<VNode | null>(null);
  const [, redraw] = useState({});
  const pane = useRef<HTMLDivElement>(null);
  const grid = useRef<GridKeys>({});

  const { split, filter } = looking.current;
  const {
    shown,
    waiting: { rows },
  } = desk;
  const counts = useCounts(rows, filter, rules);
  const pickSplit = useMemo(() => picking(splitTest(split, rules), byFirstLine), [split, today]);
  const inSplit = useMemo(() => pickSplit(rows), [rows, pickSplit]);
  const current = currentRow(desk);

  // A question is about the row it was asked for.
  useLayoutEffect(() => setAsking(null), [current?.key]);

  const toGrid = (): void => pane.current!.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
  const lookAt = (next: Partial<Looking>): void => {
    looking.current = { ...looking.current, ...next };
    keeper.show(showingOf(looking.current, { ...rules, today: model.today.get() }));
    redraw({});
  };
  // Another day, other rows are due.
  useLayoutEffect(() => keeper.move((before) => withShowing(before, showingOf(looking.current, rules))), [today]);
  const show = (next: Split): void => {
    lookAt({ split: next });
    model.rememberSplit(next);
  };
  const decideAll = async (name: 'accept' | 'dismiss' | 'as-before'): Promise<void> => {
    const wanted = name === 'as-before' ? [...shown].filter(isKnown) : [...shown];
    if (await model.confirm(bulkQuestion(name, wanted))) keeper.decide(wanted, { name });
    toGrid();
  };
  const pick = ({ name: _, split: kept, age, ...rest }: SavedFilter): void => {
    lookAt({ filter: { ...rest, age: age as Age | null } });
    show(SPLITS.find(({ name }) => name === kept)?.name ?? 'all');
  };
  const filterWanted = useStore(wanted);
  useLayoutEffect(() => {
    if (filterWanted === null) return;
    const passing = countSplits([...rows].filter(filterTest(filterWanted)), rules);
    // Where nothing of it waits, it was decided before or is snoozed.
    const splits = ['all', 'before', 'snoozed'] as const;
    lookAt({ split: splits.find((name) => passing[name] > 0) ?? 'all', filter: filterWanted });
    wanted.set(null);
  }, [filterWanted]);
  const step = (by: number): void => {
    const at = SPLITS.findIndex(({ name }) => name === looking.current.split);
    show(SPLITS[(at + by + SPLITS.length) % SPLITS.length]!.name);
  };
  const askFor = <T,>(ask: Ask<T>, about: string, answer: (value: T) => void): void => {
    const close = (): void => {
      setAsking(null);
      toGrid();
    };
    setAsking(
      <AskForm
        key={`${ask.title} ${about}`}
        ask={ask}
        about={about}
        onClose={close}
        onAnswer={(value: T) => {
          close();
          answer(value);
        }}
      />,
    );
  };
  const targetsNow = (): readonly ProposalRow[] => targetsOf(keeper.desk.get());
  const askVerb = (ask: Ask<RowVerb>): void => {
    const targets = targetsNow();
    if (targets.length > 0)
      askFor(ask, targets.length === 1 ? targets[0]!.text : taskWords(targets.length), (verb) =>
        keeper.decide(targets, verb),
      );
  };
  const edit = (): void => {
    const [first, second] = targetsNow();
    if (second !== undefined)
      keeper.say('Nothing was edited: several tasks are selected, and the words are those of one.');
    else if (first !== undefined) askVerb(askText(first.text));
  };
  const act: Readonly<Record<PaneAction, () => void>> = {
    accept: () => keeper.decide(targetsNow(), { name: 'accept' }),
    dismiss: () => keeper.decide(targetsNow(), { name: 'dismiss' }),
    done: () => keeper.decide(targetsNow(), { name: 'done' }),
    'as-before': () => keeper.decide(targetsNow(), { name: 'as-before' }),
    snooze: () => askVerb(askSnooze(today)),
    edit,
    owner: () => askVerb(askOwner(model.people())),
    due: () => askVerb(askDue(today)),
    priority: () => askVerb(askPriority()),
    undo: keeper.undo,
    'next-split': () => step(1),
    'previous-split': () => step(-1),
    help: () => setShowKeys((shows) => !shows),
  };
  keys.press = (event) => {
    const action = actionOf(event, letters);
    if (action === null || isForItself(event)) return false;
    if (isGridAction(action)) grid.current[action]?.();
    else act[action]();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || keys.press?.(event) !== true) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // What narrows the rows is never out of sight.
  const showsFilters = !foldsFilters || !sameValue(filter, NO_FILTER);
  const decided = days.at(-1)?.count ?? 0;
  const waiting = countWaiting(rows);
  const before = countKnown(shown).reduce((sum, count) => sum + count, 0);

  return (
    <div class="account-actions-triage" ref={pane} tabIndex={-1} onKeyDown={onKeyDown}>
      <Tabs
        label="Splits"
        tabs={SPLITS.map(({ name, label }) => ({ name, label, count: counts[name] }))}
        active={split}
        onChange={show}
      >
        <div class={`nav-header account-actions-triage-header ${showsFilters ? '' : 'folds-filters'}`}>
          <TriageFilters
            rows={inSplit}
            shown={shown.length}
            filter={filter}
            onChange={(change) => lookAt({ filter: { ...looking.current.filter, ...change } })}
            saved={saved}
            onPick={pick}
            onKeep={() => askFor(askName(), '', (name) => model.saveFilter({ name, split, ...filter }))}
            onForget={model.forgetFilter}
          />
          <TriageToolbar
            enabled={current !== undefined}
            hasEvidence={targetsOf(desk).some(isKnown)}
            showsKeys={showKeys}
            showsFilters={showsFilters}
            onFilters={() => setFoldsFilters(showsFilters)}
            onAction={(action) => act[action]()}
          />
        </div>
        {asking}
        {showKeys && <KeySheet letters={letters} onClose={() => setShowKeys(false)} />}
        <ProposalGrid model={model} keeper={keeper} keys={grid} />
        {shown.length === 0 && (
          <Empty split={split} others={counts.all} waiting={waiting} decided={decided} reading={isReading} />
        )}
        <TriageFoot
          said={said}
          shown={shown.length}
          before={before}
          selected={countSelected(desk)}
          waiting={waiting}
          unwritten={countUnwritten(presses)}
          days={days}
          today={today}
          running={running}
          onStop={() => model.queue.stopWriting()}
          onDecideAll={(name) => void decideAll(name)}
        />
      </Tabs>
    </div>
  );
}

/** What one looks at: a split, narrowed. */
interface Looking {
  readonly split: Split;
  readonly filter: Filter;
}

function showingOf({ split, filter }: Looking, rules: SplitRules): Showing {
  const [isIn, passes] = [splitTest(split, rules), filterTest(filter)];
  return {
    name: JSON.stringify([split, filter]),
    pick: picking((row) => isIn(row) && passes(row), byFirstLine),
  };
}

/** How many rows are in each split. What is counted of a part of the rows stays as long as the part does. */
function useCounts(rows: Rows, filter: Filter, rules: SplitRules): SplitCounts {
  const count = useMemo(() => {
    const passes = filterTest(filter);
    return partByPart<ProposalRow, SplitCounts>((part) => countSplits(part.filter(passes), rules));
  }, [filter, rules.today]);
  return useMemo(() => sumSplits(count(rows)), [count, rows]);
}

function bulkQuestion(name: 'accept' | 'dismiss' | 'as-before', rows: readonly ProposalRow[]): Question {
  const lines = rows.reduce((sum, { copies }) => sum + 1 + copies.length, 0);
  const notes = new Set(rows.flatMap(({ path, copies }) => [path, ...copies.map((copy) => copy.path)])).size;
  const action = { accept: 'Accept', dismiss: 'Dismiss', 'as-before': 'Settle' }[name];
  return {
    title: `${action} ${taskWords(rows.length)}${name === 'as-before' ? ' as before' : ''}?`,
    text: `${countWords(lines, 'line')} in ${countWords(notes, 'note')} will be written. You can stop it between two notes, and take it back with one undo.`,
    action: `${action} ${rows.length.toLocaleString('en-GB')}`,
  };
}

function isKnown({ done, decided }: ProposalRow): boolean {
  return done !== null || decided !== null;
}

const countKnown = partByPart<ProposalRow, number>((part) => part.filter(isKnown).length);

const EMPTY_WORDS: Readonly<Record<Split, string>> = {
  mine: 'Nothing of yours is waiting.',
  due: 'Nothing is due within a week.',
  new: 'Nothing new came.',
  copies: 'Nothing is said twice.',
  before: 'Nothing that waits was done or decided before.',
  'no-account': 'Everything that waits has its account.',
  others: 'Nobody else has anything waiting.',
  snoozed: 'Nothing is snoozed.',
  all: 'Nothing is waiting for a decision.',
};

interface EmptyProps {
  readonly split: Split;
  /** How many rows pass the filter in all splits. */
  readonly others: number;
  readonly waiting: number;
  readonly decided: number;
  readonly reading: boolean;
}

function Empty({ split, others, waiting, decided, reading }: EmptyProps): VNode {
  if (reading) return <p class="account-actions-empty">Reading notes …</p>;
  if (split === 'all' && others === 0 && waiting > 0)
    return (
      <p class="account-actions-empty">
        No proposal fits this filter. {countWords(waiting, 'other')} {waiting === 1 ? 'waits' : 'wait'}.
      </p>
    );
  return (
    <div class="account-actions-empty account-actions-all-done">
      <Icon name="coffee" />
      <p>
        {EMPTY_WORDS[split]}
        {decided > 0 && ` ${decided.toLocaleString('en-GB')} decided today.`}
      </p>
    </div>
  );
}
