import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sameValue } from '../../core/base/equal';
import { lastOf } from '../../core/base/last-of';
import type { WritableStore } from '../../core/base/store';
import type { RowVerb } from '../../core/triage/decide';
import { filterTest, NO_FILTER, type Age, type Filter } from '../../core/triage/filter';
import type { ProposalRow } from '../../core/triage/rows';
import { countSplits, SPLITS, splitTest, type Split, type SplitRules } from '../../core/triage/splits';
import type { SavedFilter } from '../../core/settings';
import type { Question } from '../../app/prompts';
import { countWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { Tabs } from '../parts/tabs';
import { useStore, useStoreByFrame } from '../use-store';
import { askDue, askName, askOwner, askPriority, askSnooze, askText } from '../../app/asks';
import type { Ask } from '../../app/prompts';
import { AskForm } from './ask-form';
import { countSelected, currentRow, targetsOf, withShowing, type Showing } from '../../app/triage/desk';
import { keepDesk } from '../../app/triage/desk-keeper';
import { KeySheet } from './key-sheet';
import { actionOf, isForItself, isGridAction, type KeyDoor, type PaneAction } from './keys';
import type { TriageModel } from '../../app/triage/model';
import { countWaiting, type Presses } from '../../app/triage/presses';
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
  const [asking, setAsking] = useState<Asking | null>(null);
  const [, redraw] = useState({});
  const pane = useRef<HTMLDivElement>(null);
  const grid = useRef<GridKeys>({});

  const { split, filter } = looking.current;
  const { shown, waiting: rows } = desk;
  const counts = useCounts(presses, filter, rules);
  const inSplit = useMemo(() => rows.filter(splitTest(split, rules)), [rows, split, today]);
  const current = currentRow(desk);

  // A question is about the row it was asked for, and closes when one goes to another. It stays while its row is only
  // written anew: what is typed must not become keys of the list.
  useLayoutEffect(
    () =>
      setAsking((open) =>
        open !== null && open.row !== current?.key && shown.some(({ key }) => key === open.row) ? null : open,
      ),
    [current?.key],
  );

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
    const wanted = name === 'as-before' ? shown.filter(isKnown) : shown;
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
    const passing = rows.filter(filterTest(filterWanted));
    // Where all of it is snoozed, nothing waits.
    lookAt({
      split: passing.length === 0 || passing.some(splitTest('all', rules)) ? 'all' : 'snoozed',
      filter: filterWanted,
    });
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
    setAsking({
      row: currentRow(keeper.desk.get())?.key ?? null,
      form: (
        <AskForm
          key={`${ask.title} ${about}`}
          ask={ask}
          about={about}
          onClose={close}
          onAnswer={(value: T) => {
            close();
            answer(value);
          }}
        />
      ),
    });
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
  const decided = lastOf(days)?.count ?? 0;
  const waiting = useMemo(() => rows.filter(splitTest('all', rules)).length, [rows]);
  const before = useMemo(() => shown.filter(isKnown).length, [shown]);

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
        {asking?.form}
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
          unwritten={countWaiting(presses)}
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

/** A question that is open, and the key of the row that was current when it was asked. */
interface Asking {
  readonly row: string | null;
  readonly form: VNode;
}

/** What one looks at: a split, narrowed. */
interface Looking {
  readonly split: Split;
  readonly filter: Filter;
}

function showingOf({ split, filter }: Looking, rules: SplitRules): Showing {
  return {
    name: JSON.stringify([split, filter]),
    pick: (rows) => rows.filter(splitTest(split, rules)).filter(filterTest(filter)),
  };
}

/** How many rows are in each split. All are counted when notes changed; a press counts its own. */
function useCounts({ rows, pressed }: Presses, filter: Filter, rules: SplitRules): Readonly<Record<Split, number>> {
  const count = (some: readonly ProposalRow[]): Readonly<Record<Split, number>> =>
    countSplits(some.filter(filterTest(filter)), rules);
  const all = useMemo(() => count(rows), [rows, filter, rules.today]);
  return useMemo(() => {
    const gone = count(pressed.map(({ before }) => before));
    const come = count(pressed.flatMap(({ after }) => after ?? []));
    return Object.fromEntries(SPLITS.map(({ name }) => [name, all[name] - gone[name] + come[name]])) as typeof all;
  }, [all, pressed]);
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
