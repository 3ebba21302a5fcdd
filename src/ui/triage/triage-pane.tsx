import type { VNode } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { Keymap } from 'obsidian';
import { lastOf } from '../../core/base/last-of';
import type { WritableStore } from '../../core/base/store';
import { filterRows, NO_FILTER, type Filter } from '../../core/triage/filter';
import { foreseeKinds, KINDS } from '../../core/triage/foreseen';
import type { Place } from '../../core/graph/rows';
import type { ProposalRow } from '../../core/triage/rows';
import { partByPart, picking } from '../../core/base/shared-list';
import {
  countSplits,
  countWaiting,
  nextSplit,
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
import { useIsWide } from '../parts/use-is-wide';
import { useStore, useStoreByFrame } from '../use-store';
import { ContextPane } from './context-pane';
import { FilterChips } from './filter-chips';
import { KeySheet } from './key-sheet';
import {
  actionOf,
  isForItself,
  isGridAction,
  isVerbAction,
  type GridAction,
  type KeyDoor,
  type PaneAction,
  type VerbAction,
} from './keys';
import { ProposalGrid, type GridKeys } from './proposal-grid';
import { SplitTabs } from './split-tabs';
import { TriageFilters } from './triage-filters';
import { TriageFoot } from './triage-foot';
import { TriageToolbar } from './triage-toolbar';
import { tellTwins } from './twins';
import { useLooking, type LookingAt, type Wanted } from './use-looking';
import { useQuestion, type Question } from './use-question';

/** From this width on, in pixels, there is room for what stands around a task beside the list. */
const WIDE = 900;

interface TriagePaneProps {
  readonly model: TriageModel;
  /** What is to be shown; null once it is. */
  readonly wanted: WritableStore<Wanted | null>;
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
  const scrollContext = useRef<((pages: number) => void) | null>(null);
  const isWide = useIsWide(pane, WIDE);
  const onOpen = useCallback(
    (place: Place, event: MouseEvent): void =>
      Keymap.isModEvent(event) === false ? model.show(place, { enters: false }) : model.open(place, event),
    [model],
  );
  const { rows } = desk.waiting;
  const counts = useCounts(rows, filter, rules);
  const pickSplit = useMemo(
    () => picking((part) => part.filter(splitTest(split, rules)), byFirstLine),
    [split, rules.today],
  );
  const inSplit = useMemo(() => pickSplit(rows), [rows, pickSplit]);

  const closeFilters = (): void => setFilters({ open: false, asked: 0 });
  const toGrid = (): void => pane.current!.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
  const question = useQuestion(desk, keeper.desk.get, toGrid);
  const verbs = useVerbs(model, looking, question);
  const act: Readonly<Record<PaneAction, () => void>> = {
    undo: keeper.undo,
    'context-down': () => scrollContext.current?.(1),
    'context-up': () => scrollContext.current?.(-1),
    'next-split': () => looking.stepSplit(1),
    'previous-split': () => looking.stepSplit(-1),
    'select-all': () => keeper.move(selectAll),
    same: () => tellTwins(model, keeper, true),
    two: () => tellTwins(model, keeper, false),
    filter: () => setFilters(({ asked }) => ({ open: true, asked: asked + 1 })),
    help: () => setShowKeys((shows) => !shows),
  };
  const goOn = (next: Split | null): void => {
    if (next !== null) looking.showSplit(next);
    toGrid();
  };
  const onGrid = (action: GridAction): void => {
    if (action === 'open' && keeper.desk.get().shown.length === 0) goOn(nextSplit(counts));
    else grid.current[action]?.();
  };
  const onKeyDown = useKeys(keys, letters, { act, verb: verbs.press, onGrid });
  keys.verbs = { can: verbs.can, press: (entry) => verbs.press({ entry, rows: 'meant' }) };
  const decideAll = async (entry: PlainVerb): Promise<void> => {
    const meant = entry.only === 'decided-before' ? [...desk.shown].filter(isKnown) : [...desk.shown];
    if (await model.confirm(bulkQuestion(entry, meant))) keeper.decide(meant, entry.verb);
    toGrid();
  };

  return (
    <div class="account-actions-triage" ref={pane} tabIndex={-1} onKeyDown={onKeyDown}>
      <SplitTabs counts={counts} active={split} onChange={looking.showSplit} onLeave={toGrid}>
        <div class="account-actions-triage-header">
          <TriageToolbar
            enabled={desk.index >= 0}
            hasEvidence={targetsOf(desk).some(isKnown)}
            grouping={grouping}
            onGroup={looking.groupBy}
            letters={letters}
            showsKeys={showKeys}
            showsFilters={filters.open}
            onFilters={() => (filters.open ? closeFilters() : act.filter())}
            onVerb={(entry) => verbs.press({ entry, rows: 'meant' })}
            onAction={(action) => act[action]()}
          />
          {filters.open && (
            <TriageFilters
              rows={inSplit}
              shown={desk.shown.length}
              filter={filter}
              asked={filters.asked}
              onChange={looking.narrow}
              onLeave={() => {
                closeFilters();
                toGrid();
              }}
              onClose={() => {
                closeFilters();
                looking.narrow(NO_FILTER);
                toGrid();
              }}
              saved={saved}
              onPick={looking.pick}
              onKeep={() => question.ask(askName(), '', (name) => model.saveFilter({ name, split, ...looking.filter }))}
              onForget={model.forgetFilter}
            />
          )}
          <FilterChips filter={filter} showsWords={filters.open} onChange={looking.narrow} onLeave={toGrid} />
        </div>
        {question.form}
        {showKeys && <KeySheet letters={letters} hasContext={isWide} onClose={() => setShowKeys(false)} />}
        <div class={`account-actions-beside ${desk.shown.length === 0 ? 'is-empty' : ''}`}>
          <div class="account-actions-beside-list">
            <ProposalGrid
              model={model}
              keeper={keeper}
              keys={grid}
              grouping={grouping}
              onAsk={verbs.ask}
              onOpen={onOpen}
            />
          </div>
          {isWide && desk.shown.length > 0 && (
            <ContextPane model={model} keeper={keeper} scroll={scrollContext} onOpen={onOpen} onLeave={toGrid} />
          )}
        </div>
        <Foot
          model={model}
          looking={looking}
          desk={desk}
          presses={presses}
          counts={counts}
          onNext={goOn}
          onDecideAll={decideAll}
        />
      </SplitTabs>
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
    onGrid,
  }: {
    readonly act: Readonly<Record<PaneAction, () => void>>;
    readonly verb: (action: VerbAction) => void;
    readonly onGrid: (action: GridAction) => void;
  },
): (event: KeyboardEvent) => void {
  keys.press = (event) => {
    const action = actionOf(event, letters);
    if (action === null || isForItself(event)) return false;
    if (isVerbAction(action)) verb(action);
    else if (isGridAction(action)) onGrid(action);
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
    const passing = filterRows(filter);
    return partByPart<ProposalRow, SplitCounts>((part) => countSplits(passing(part), rules));
  }, [filter, rules.today]);
  return useMemo(() => sumSplits(count(rows)), [count, rows]);
}

function bulkQuestion({ all, verb }: PlainVerb, rows: readonly ProposalRow[]): Confirmation {
  const lines = rows.reduce((sum, { copies }) => sum + 1 + copies.length, 0);
  const notes = new Set(rows.flatMap(({ path, copies }) => [path, ...copies.map((copy) => copy.path)])).size;
  const foreseen = foreseeKinds(rows, verb.name);
  const kinds = KINDS.filter((kind) => foreseen[kind] > 0)
    .map((kind) => words.triage.kinds[kind](foreseen[kind]))
    .join(', ');
  return {
    title: all!.question(rows.length),
    text: words.triage.allText(kinds, lines, notes),
    action: all!.label(rows.length),
    isDestructive: verb.name === 'dismiss',
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
  /** How many rows of each split pass the filter. */
  readonly counts: SplitCounts;
  readonly onNext: (split: Split) => void;
  readonly onDecideAll: (entry: PlainVerb) => Promise<void>;
}

/** What stands below the rows, and in their place where there are none. */
function Foot({
  model,
  looking: { keeper, split, rules },
  desk,
  presses,
  counts,
  onNext,
  onDecideAll,
}: FootProps): VNode {
  const said = useStore(keeper.said);
  const isReading = useStore(model.isReading);
  const days = useStore(model.decidedDays);
  const running = useStore(model.queue.running);
  const session = useStore(model.decidedNow);
  // Who decided all that there was has begun long ago.
  const isNothing = useStore(model.isNothing) && !isReading && days.every(({ count }) => count === 0);
  const waiting = countWaiting(desk.waiting.rows);
  const before = countKnown(desk.shown).reduce((sum, count) => sum + count, 0);
  return (
    <>
      {desk.shown.length === 0 && isNothing && <NothingFound model={model} />}
      {desk.shown.length === 0 && !isNothing && (
        <Empty
          split={split}
          counts={counts}
          waiting={waiting}
          decided={lastOf(days)?.count ?? 0}
          reading={isReading}
          onNext={onNext}
        />
      )}
      <TriageFoot
        said={said}
        shown={desk.shown.length}
        before={before}
        selected={countSelected(desk)}
        waiting={waiting}
        session={session}
        unwritten={countUnwritten(presses)}
        onChanges={model.openChanges}
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
  readonly counts: SplitCounts;
  readonly waiting: number;
  readonly decided: number;
  readonly reading: boolean;
  readonly onNext: (split: Split) => void;
}

function Empty({ split, counts, waiting, decided, reading, onNext }: EmptyProps): VNode {
  const next = nextSplit(counts);
  if (reading) return <p class="account-actions-empty">{words.common.reading}</p>;
  if (split === 'all' && counts.all === 0 && waiting > 0)
    return <p class="account-actions-empty">{words.triage.noMatch(waiting)}</p>;
  return (
    <div class="account-actions-empty account-actions-all-done">
      <Icon name="coffee" />
      <p>
        {words.triage.empty[split]}
        {decided > 0 && words.triage.decidedTodayToo(decided)}
      </p>
      {next !== null && (
        <button type="button" aria-keyshortcuts="Enter" onClick={() => onNext(next)}>
          {words.triage.next(words.triage.split[next], counts[next])}
        </button>
      )}
    </div>
  );
}
