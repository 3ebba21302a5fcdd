import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { sameValue } from '../../core/base/equal';
import { lastOf } from '../../core/base/last-of';
import type { WritableStore } from '../../core/base/store';
import { filterTest, NO_FILTER, type Filter } from '../../core/triage/filter';
import type { ProposalRow } from '../../core/triage/rows';
import { partByPart, picking } from '../../core/base/shared-list';
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
import { askName } from '../../app/asks';
import type { Question as Confirmation } from '../../app/prompts';
import { countSelected, selectAll, targetsOf, type Desk, type Rows } from '../../app/triage/desk';
import type { TriageModel } from '../../app/triage/model';
import { countWaiting as countUnwritten, type Presses } from '../../app/triage/presses';
import { rowsAround } from '../../app/triage/sections';
import type { PlainVerb, VerbDoor, VerbEntry } from '../../app/triage/verbs';
import { words } from '../../words/words';
import { Icon } from '../parts/icon';
import { Tabs } from '../parts/tabs';
import { useStore, useStoreByFrame } from '../use-store';
import { KeySheet } from './key-sheet';
import {
  actionOf,
  isForItself,
  isGridAction,
  isVerbAction,
  type KeyDoor,
  type PaneAction,
  type VerbAction,
} from './keys';
import { ProposalGrid, type GridKeys } from './proposal-grid';
import { TriageFilters } from './triage-filters';
import { TriageFoot } from './triage-foot';
import { TriageToolbar } from './triage-toolbar';
import { useLooking, type LookingAt } from './use-looking';
import { useQuestion, type Question } from './use-question';

interface TriagePaneProps {
  readonly model: TriageModel;
  /** A filter that is to be shown; null once it is. */
  readonly wanted: WritableStore<Filter | null>;
  /** Is given what takes the keys of the view. */
  readonly keys: KeyDoor;
}

/** Proposed tasks: splits, filters, toolbar and grid. */
export function TriagePane({ model, wanted, keys }: TriagePaneProps): VNode {
  const looking = useLooking(model, wanted);
  const { keeper, split, filter, grouping, rules } = looking;
  // The grid follows at once.
  useStoreByFrame(keeper.desk);
  const desk = keeper.desk.get();
  const presses = useStoreByFrame(model.queue.presses);
  const letters = useStore(model.letters);
  const saved = useStore(model.savedFilters);
  const [showKeys, setShowKeys] = useState(false);
  /** Whether filters are shown, and how often they were asked for. */
  const [filters, setFilters] = useState({ open: false, asked: 0 });
  const pane = useRef<HTMLDivElement>(null);
  const grid = useRef<GridKeys>({});
  const { rows } = desk.waiting;
  const counts = useCounts(rows, filter, rules);
  const pickSplit = useMemo(() => picking(splitTest(split, rules), byFirstLine), [split, rules.today]);
  const inSplit = useMemo(() => pickSplit(rows), [rows, pickSplit]);

  const toGrid = (): void => pane.current!.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
  const question = useQuestion(desk, keeper.desk.get, toGrid);
  const verbs = useVerbs(model, looking, question);
  const act: Readonly<Record<PaneAction, () => void>> = {
    undo: keeper.undo,
    'next-split': () => looking.stepSplit(1),
    'previous-split': () => looking.stepSplit(-1),
    'select-all': () => keeper.move(selectAll),
    filter: () => setFilters(({ asked }) => ({ open: true, asked: asked + 1 })),
    help: () => setShowKeys((shows) => !shows),
  };
  const onKeyDown = useKeys(keys, letters, { act, verb: verbs.press, grid });
  keys.verbs = { can: verbs.can, press: (entry) => verbs.press({ entry, rows: 'meant' }) };
  const decideAll = async (entry: PlainVerb): Promise<void> => {
    const meant = entry.only === 'decided-before' ? [...desk.shown].filter(isKnown) : [...desk.shown];
    if (await model.confirm(bulkQuestion(entry, meant))) keeper.decide(meant, entry.verb);
    toGrid();
  };
  // What narrows the rows is never out of sight.
  const showsFilters = filters.open || !sameValue(filter, NO_FILTER);

  return (
    <div class="account-actions-triage" ref={pane} tabIndex={-1} onKeyDown={onKeyDown}>
      <Tabs
        label={words.triage.splits}
        tabs={SPLITS.map((name) => ({ name, label: words.triage.split[name], count: counts[name] }))}
        active={split}
        onChange={looking.showSplit}
      >
        <div class="account-actions-triage-header">
          <TriageToolbar
            enabled={desk.index >= 0}
            hasEvidence={targetsOf(desk).some(isKnown)}
            grouping={grouping}
            onGroup={looking.groupBy}
            showsKeys={showKeys}
            showsFilters={showsFilters}
            onFilters={() => (filters.open ? setFilters({ open: false, asked: 0 }) : act.filter())}
            onVerb={(entry) => verbs.press({ entry, rows: 'meant' })}
            onAction={(action) => act[action]()}
          />
          {showsFilters && (
            <TriageFilters
              rows={inSplit}
              shown={desk.shown.length}
              filter={filter}
              asked={filters.asked}
              onChange={looking.narrow}
              onLeave={toGrid}
              onClose={() => {
                setFilters({ open: false, asked: 0 });
                looking.narrow(NO_FILTER);
                toGrid();
              }}
              saved={saved}
              onPick={looking.pick}
              onKeep={() => question.ask(askName(), '', (name) => model.saveFilter({ name, split, ...looking.filter }))}
              onForget={model.forgetFilter}
            />
          )}
        </div>
        {question.form}
        {showKeys && <KeySheet letters={letters} onClose={() => setShowKeys(false)} />}
        <ProposalGrid model={model} keeper={keeper} keys={grid} grouping={grouping} onAsk={verbs.ask} />
        <Foot model={model} looking={looking} desk={desk} presses={presses} all={counts.all} onDecideAll={decideAll} />
      </Tabs>
    </div>
  );
}

/** What a verb does: with the rows that are meant when it is pressed, or with the section of the current one. */
function useVerbs(
  model: TriageModel,
  { keeper, grouping }: LookingAt,
  question: Question,
): {
  readonly press: (action: VerbAction) => void;
  readonly can: VerbDoor['can'];
  readonly ask: (entry: VerbEntry, rows: readonly ProposalRow[]) => void;
} {
  const ask = (entry: VerbEntry, rows: readonly ProposalRow[]): void => {
    const [first] = rows;
    if (first === undefined || entry.ask === null) return;
    if (entry.only === 'one' && rows.length > 1) return keeper.say(words.triage.editOne);
    question.ask(
      entry.ask.question({ today: model.today.get(), people: model.people, text: first.text }),
      rows.length === 1 ? first.text : words.count.tasks(rows.length),
      (verb) => keeper.decide(rows, verb),
    );
  };
  return {
    ask,
    can({ only }) {
      const rows = targetsOf(keeper.desk.get());
      return only === 'one' ? rows.length === 1 : only === 'decided-before' ? rows.some(isKnown) : rows.length > 0;
    },
    press({ entry, rows: meant }) {
      const desk = keeper.desk.get();
      const rows = meant === 'meant' ? targetsOf(desk) : rowsAround(desk.shown, desk.index, grouping);
      if (entry.verb === null) ask(entry, rows);
      else keeper.decide(rows, entry.verb);
    },
  };
}

/** Gives the view what takes its keys, and the pane what it does with those that come to it. */
function useKeys(
  keys: KeyDoor,
  letters: boolean,
  {
    act,
    verb,
    grid,
  }: {
    readonly act: Readonly<Record<PaneAction, () => void>>;
    readonly verb: (action: VerbAction) => void;
    readonly grid: { readonly current: GridKeys };
  },
): (event: KeyboardEvent) => void {
  keys.press = (event) => {
    const action = actionOf(event, letters);
    if (action === null || isForItself(event)) return false;
    if (isVerbAction(action)) verb(action);
    else if (isGridAction(action)) grid.current[action]?.();
    else act[action]();
    return true;
  };
  return (event) => {
    if (event.defaultPrevented || keys.press?.(event) !== true) return;
    event.preventDefault();
    event.stopPropagation();
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

function bulkQuestion({ all }: PlainVerb, rows: readonly ProposalRow[]): Confirmation {
  const lines = rows.reduce((sum, { copies }) => sum + 1 + copies.length, 0);
  const notes = new Set(rows.flatMap(({ path, copies }) => [path, ...copies.map((copy) => copy.path)])).size;
  return {
    title: all!.question(rows.length),
    text: words.triage.allText(lines, notes),
    action: all!.label(rows.length),
  };
}

function isKnown({ done, decided }: ProposalRow): boolean {
  return done !== null || decided !== null;
}

const countKnown = partByPart<ProposalRow, number>((part) => part.filter(isKnown).length);

interface FootProps {
  readonly model: TriageModel;
  readonly looking: LookingAt;
  readonly desk: Desk;
  readonly presses: Presses;
  /** How many rows pass the filter in all splits. */
  readonly all: number;
  readonly onDecideAll: (entry: PlainVerb) => Promise<void>;
}

/** What stands below the rows, and in their place where there are none. */
function Foot({ model, looking: { keeper, split, rules }, desk, presses, all, onDecideAll }: FootProps): VNode {
  const said = useStore(keeper.said);
  const isReading = useStore(model.isReading);
  const days = useStore(model.decidedDays);
  const running = useStore(model.queue.running);
  // Who decided all that there was has begun long ago.
  const isNothing = useStore(model.isNothing) && !isReading && days.every(({ count }) => count === 0);
  const waiting = countWaiting(desk.waiting.rows);
  const before = countKnown(desk.shown).reduce((sum, count) => sum + count, 0);
  return (
    <>
      {desk.shown.length === 0 && isNothing && <NothingFound model={model} />}
      {desk.shown.length === 0 && !isNothing && (
        <Empty split={split} others={all} waiting={waiting} decided={lastOf(days)?.count ?? 0} reading={isReading} />
      )}
      <TriageFoot
        said={said}
        shown={desk.shown.length}
        before={before}
        selected={countSelected(desk)}
        waiting={waiting}
        unwritten={countUnwritten(presses)}
        days={days}
        today={rules.today}
        running={running}
        onStop={() => model.queue.stopWriting()}
        onDecideAll={(entry) => void onDecideAll(entry)}
      />
    </>
  );
}

/** What stands in place of rows where the vault holds nothing that the settings find: the way to set it up. */
function NothingFound({ model }: Pick<FootProps, 'model'>): VNode {
  const tags = useStore(model.tags);
  return (
    <div class="account-actions-empty">
      <p>{words.firstRun.nothing(tags)}</p>
      <button type="button" onClick={model.setUp}>
        {words.firstRun.title}
      </button>
    </div>
  );
}

interface EmptyProps {
  readonly split: Split;
  /** How many rows pass the filter in all splits. */
  readonly others: number;
  readonly waiting: number;
  readonly decided: number;
  readonly reading: boolean;
}

function Empty({ split, others, waiting, decided, reading }: EmptyProps): VNode {
  if (reading) return <p class="account-actions-empty">{words.common.reading}</p>;
  if (split === 'all' && others === 0 && waiting > 0)
    return <p class="account-actions-empty">{words.triage.noMatch(waiting)}</p>;
  return (
    <div class="account-actions-empty account-actions-all-done">
      <Icon name="coffee" />
      <p>
        {words.triage.empty[split]}
        {decided > 0 && words.triage.decidedTodayToo(decided)}
      </p>
    </div>
  );
}
