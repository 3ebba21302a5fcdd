import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sameValue } from '../../core/base/equal';
import type { WritableStore } from '../../core/base/store';
import type { RowVerb } from '../../core/triage/decide';
import { filterTest, NO_FILTER, type Age, type Filter } from '../../core/triage/filter';
import { leftWords } from '../../core/triage/report';
import type { ProposalRow } from '../../core/triage/rows';
import { countSplits, SPLITS, splitTest, type Split } from '../../core/triage/splits';
import type { SavedFilter } from '../../core/settings';
import { countWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { Tabs } from '../parts/tabs';
import { useStore } from '../use-store';
import { askDue, askName, askOwner, askPriority, askSnooze, askText } from '../../app/asks';
import type { Ask } from '../../app/prompts';
import { AskForm } from './ask-form';
import { KeySheet } from './key-sheet';
import type { PaneAction } from './keys';
import type { TriageModel } from '../../app/triage/model';
import { ProposalGrid } from './proposal-grid';
import { taskWords } from '../../app/row-words';
import { TriageFilters } from './triage-filters';
import { TriageFoot, type Running } from './triage-foot';
import { TriageToolbar } from './triage-toolbar';
import { useCursor } from './use-cursor';

interface TriagePaneProps {
  readonly model: TriageModel;
  /** A filter that is to be shown; null once it is. */
  readonly wanted: WritableStore<Filter | null>;
}

/** Proposed tasks: splits, filters, toolbar and grid. */
export function TriagePane({ model, wanted }: TriagePaneProps): VNode {
  const rows = useStore(model.rows);
  const today = useStore(model.today);
  const isReading = useStore(model.isReading);
  const letters = useStore(model.letters);
  const saved = useStore(model.savedFilters);
  const days = useStore(model.decidedDays);
  const [split, setSplit] = useState<Split>(SPLITS.find(({ name }) => name === model.lastSplit)?.name ?? 'all');
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const [showKeys, setShowKeys] = useState(false);
  const [foldsFilters, setFoldsFilters] = useState(true);
  const [asking, setAsking] = useState<VNode | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  /** What stops the action over several rows that is going on. */
  const bulk = useRef<AbortController | null>(null);
  const pane = useRef<HTMLDivElement>(null);

  const rules = { today, isNew: model.isNew };
  const filtered = useMemo(() => rows.filter(filterTest(filter)), [rows, filter]);
  const counts = useMemo(() => countSplits(filtered, rules), [filtered, today]);
  const inSplit = useMemo(() => rows.filter(splitTest(split, rules)), [rows, split, today]);
  const shown = useMemo(() => filtered.filter(splitTest(split, rules)), [filtered, split, today]);
  const cursor = useCursor(useMemo(() => shown.map(({ key }) => key), [shown]));
  const current = shown[cursor.index];
  const targets =
    cursor.selected.size > 0
      ? shown.filter(({ key }) => cursor.selected.has(key))
      : current === undefined
        ? []
        : [current];

  // A question is about the row it was asked for.
  useLayoutEffect(() => setAsking(null), [current?.key]);

  const toGrid = (): void => pane.current!.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
  const shownNow = (): readonly ProposalRow[] =>
    model.rows.get().filter(splitTest(split, rules)).filter(filterTest(filter));
  const left = (): string => leftWords(shownNow().length);
  const decide = async (wanted: readonly ProposalRow[], verb: RowVerb): Promise<void> => {
    const keys = wanted.map(({ key }) => key).filter((key) => !pending.has(key));
    if (keys.length === 0) return;
    if (bulk.current !== null) {
      setSaid('Nothing was decided: notes are being written. Wait until they are, or stop it.');
      return;
    }
    const taken = new Set(keys);
    const controller = new AbortController();
    if (keys.length > 1) bulk.current = controller;
    setPending((before) => new Set([...before, ...keys]));
    try {
      const words = await model.decide(keys, verb, {
        signal: controller.signal,
        onProgress: (done, total) => total > 1 && setRunning({ done, total }),
      });
      setSaid(`${words} ${left()}`);
      cursor.leave(taken);
    } finally {
      if (bulk.current === controller) bulk.current = null;
      setRunning(null);
      setPending((before) => new Set([...before].filter((key) => !taken.has(key))));
    }
  };
  const decideAll = async (name: 'accept' | 'dismiss' | 'as-before'): Promise<void> => {
    const wanted = name === 'as-before' ? shown.filter(isKnown) : shown;
    const lines = wanted.reduce((sum, { copies }) => sum + 1 + copies.length, 0);
    const notes = new Set(wanted.flatMap(({ path, copies }) => [path, ...copies.map((copy) => copy.path)])).size;
    const action = { accept: 'Accept', dismiss: 'Dismiss', 'as-before': 'Settle' }[name];
    const count = wanted.length.toLocaleString('en-GB');
    const text = `${countWords(lines, 'line')} in ${countWords(notes, 'note')} will be written. You can stop it between two notes, and take it back with one undo.`;
    if (
      await model.confirm({
        title: `${action} ${taskWords(wanted.length)}${name === 'as-before' ? ' as before' : ''}?`,
        text,
        action: `${action} ${count}`,
      })
    )
      await decide(wanted, { name });
    toGrid();
  };
  const undo = async (): Promise<void> => {
    const before = new Set(shownNow().map(({ key }) => key));
    const words = await model.undo();
    setSaid(`${words} ${left()}`);
    // What came back is what the next key is meant for.
    const back = shownNow().find(({ key }) => !before.has(key));
    if (back !== undefined) cursor.goTo(back.key);
  };
  const show = (next: Split): void => {
    setSplit(next);
    setSaid('');
    model.rememberSplit(next);
  };
  const narrow = (change: Partial<Filter>): void => {
    setFilter({ ...filter, ...change });
    setSaid('');
  };
  const pick = ({ name: _, split: kept, age, ...rest }: SavedFilter): void => {
    show(SPLITS.find(({ name }) => name === kept)?.name ?? 'all');
    setFilter({ ...rest, age: age as Age | null });
  };
  const filterWanted = useStore(wanted);
  useLayoutEffect(() => {
    if (filterWanted === null) return;
    const passing = rows.filter(filterTest(filterWanted));
    // Where all of it is snoozed, nothing waits.
    setSplit(passing.length === 0 || passing.some(splitTest('all', rules)) ? 'all' : 'snoozed');
    setFilter(filterWanted);
    setSaid('');
    wanted.set(null);
  }, [filterWanted]);
  const step = (by: number): void =>
    show(SPLITS[(SPLITS.findIndex(({ name }) => name === split) + by + SPLITS.length) % SPLITS.length]!.name);
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
  const askVerb = (ask: Ask<RowVerb>): void => {
    if (targets.length > 0)
      askFor(
        ask,
        targets.length === 1 ? targets[0]!.text : taskWords(targets.length),
        (verb) => void decide(targets, verb),
      );
  };
  const act: Readonly<Record<PaneAction, () => void>> = {
    accept: () => void decide(targets, { name: 'accept' }),
    dismiss: () => void decide(targets, { name: 'dismiss' }),
    done: () => void decide(targets, { name: 'done' }),
    'as-before': () => void decide(targets, { name: 'as-before' }),
    snooze: () => askVerb(askSnooze(today)),
    edit: () =>
      targets.length === 1
        ? askVerb(askText(targets[0]!.text))
        : setSaid(
            targets.length === 0
              ? ''
              : 'Nothing was edited: several tasks are selected, and the words are those of one.',
          ),
    owner: () => askVerb(askOwner(model.people())),
    due: () => askVerb(askDue(today)),
    priority: () => askVerb(askPriority()),
    undo: () => void undo(),
    'next-split': () => step(1),
    'previous-split': () => step(-1),
    help: () => setShowKeys(!showKeys),
  };
  // What narrows the rows is never out of sight.
  const showsFilters = !foldsFilters || !sameValue(filter, NO_FILTER);
  const decided = days.at(-1)?.count ?? 0;
  const waiting = useMemo(() => rows.filter(splitTest('all', rules)).length, [rows]);
  const before = useMemo(() => shown.filter(isKnown).length, [shown]);

  return (
    <div class="account-actions-triage" ref={pane}>
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
            onChange={narrow}
            saved={saved}
            onPick={pick}
            onKeep={() => askFor(askName(), '', (name) => model.saveFilter({ name, split, ...filter }))}
            onForget={model.forgetFilter}
          />
          <TriageToolbar
            enabled={current !== undefined}
            hasEvidence={targets.some(isKnown)}
            showsKeys={showKeys}
            showsFilters={showsFilters}
            onFilters={() => setFoldsFilters(showsFilters)}
            onAction={(action) => act[action]()}
          />
        </div>
        {asking}
        {showKeys && <KeySheet letters={letters} onClose={() => setShowKeys(false)} />}
        <ProposalGrid
          model={model}
          rows={shown}
          cursor={cursor}
          pending={pending}
          letters={letters}
          onAction={(action) => act[action]()}
          onDecide={(row, verb) => void decide([row], verb)}
          onSetApart={(line) => setSaid(model.setApart(line))}
        />
        {shown.length === 0 && (
          <Empty split={split} others={counts.all} waiting={waiting} decided={decided} reading={isReading} />
        )}
        <TriageFoot
          said={said}
          shown={shown.length}
          before={before}
          selected={cursor.selected.size}
          waiting={waiting}
          days={days}
          today={today}
          running={running}
          onStop={() => bulk.current?.abort()}
          onDecideAll={(name) => void decideAll(name)}
        />
      </Tabs>
    </div>
  );
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
