import { oneByOne } from '../../core/base/one-by-one';
import type { Graph } from '../../core/graph/graph';
import type { Place } from '../../core/graph/rows';
import { rawOfKey } from '../../core/note/line-key';
import { decideRowsInSteps, type Plan, type RowVerb } from '../../core/triage/decide';
import { keyNow, proposalOf, type Proposal } from '../../core/triage/proposals';
import { rowLedBy, singleRow, type Evidence, type ProposalRow } from '../../core/triage/rows';
import { rowWith } from '../../core/triage/waiting';
import type { ActionOptions } from '../actions';
import type { Context } from '../context';
import { orError, STOPPED, toldOnly, type Told } from '../told';
import type { FollowedRows } from './followed-rows';
import { runPlan } from './run-plan';
import { verbRules } from './verb-rules';
import { words } from '../../words/words';

/** How tasks are decided. */
export interface DecideOptions extends ActionOptions {
  /**
   * Whether the lines of the keys are the ones that are decided, and not the best lines of their groups: somebody
   * pressed a button on them.
   */
  readonly asPressed?: boolean;
}

/**
 * Does something with the tasks of these keys in one action, each with its copies; what happened comes back, and it
 * never fails.
 */
export type DecideByKey = (keys: readonly string[], verb: RowVerb, options?: DecideOptions) => Promise<Told>;

/** What came of rows that were pressed. */
export interface DecidedRows {
  readonly told: Told;
  /** The new keys of lines that still wait but say something else now, by the keys that they had. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Does something with rows as they were shown, in one action: with their lines as they are by now, and none that came to
 * them since. It never fails.
 */
export type DecideRows = (rows: readonly ProposalRow[], verb: RowVerb, options?: ActionOptions) => Promise<DecidedRows>;

/** From so many notes on, an action is followed seldom. */
const MANY_NOTES = 5;

type DecideContext = Pick<
  Context,
  'graph' | 'today' | 'settings' | 'taskFormat' | 'actions' | 'inSlices' | 'onError'
> & { readonly followed: FollowedRows };

/** The one way in which views decide: by key, as the rows of now have it, also tasks that were accepted before; and rows as they were shown. */
export function createDecide(context: DecideContext): { readonly byKey: DecideByKey; readonly rows: DecideRows } {
  const { graph, followed, actions, inSlices, onError } = context;
  /** One after another, so that the last thing that was asked for is the first that undo takes back. */
  const inTurn = oneByOne();
  const planOf = async (rows: readonly ProposalRow[], verb: RowVerb): Promise<Plan> =>
    (await inSlices(decideRowsInSteps(graph.get(), rows, verb, verbRules(context)), () => false))!;
  const planByKey = async (keys: readonly string[], verb: RowVerb, asPressed: boolean): Promise<Plan> => {
    // With the copies of a moment before, a line would be decided without them.
    await followed.settled();
    const { rows, isWhole } = rowsOfKeys(context, keys, asPressed);
    const planned = await planOf(rows, verb);
    return isWhole
      ? planned
      : { ...planned, refusals: [{ path: '', sentence: words.changes.notInList }, ...planned.refusals] };
  };
  const write = async (verb: RowVerb, planned: Plan, following: ActionOptions): Promise<Told> => {
    const release = planned.notes.length > MANY_NOTES ? followed.slowly() : null;
    try {
      return await runPlan(actions, verb, planned, following);
    } finally {
      release?.();
    }
  };
  const runKeys = async (keys: readonly string[], verb: RowVerb, following: DecideOptions): Promise<Told> => {
    const planned = await inTurn(() => planByKey(keys, verb, following.asPressed ?? false));
    try {
      return await write(verb, planned, following);
    } finally {
      await followed.settled();
    }
  };
  const runRows = async (
    pressed: readonly ProposalRow[],
    verb: RowVerb,
    options: ActionOptions,
  ): Promise<DecidedRows> => {
    const now = (): readonly ProposalRow[] => pressed.map((row) => asItIs(graph.get(), row));
    const planned = await inTurn(() => planOf(now(), verb));
    const written = await write(verb, planned, options);
    const byHand = written.isWhole || pressed.length > 1 ? null : tableRow(graph.get(), pressed[0]!);
    const told = byHand === null ? written : { ...written, byHand };
    return { told, renamed: renamedIn(graph.get(), pressed, planned) };
  };
  return {
    byKey: (keys, verb, following = {}) =>
      orError(words.failures.decide, () => runKeys(keys, verb, following), onError, toldOnly(STOPPED)),
    rows: (rows, verb, following = {}) =>
      orError(words.failures.decide, () => runRows(rows, verb, following), onError, {
        told: toldOnly(STOPPED),
        renamed: new Map<string, string>(),
      }),
  };
}

/**
 * The rows of now that keys are in, each once, also of tasks that were decided before; whether there is one for each
 * key.
 */
function rowsOfKeys(
  { graph, followed, today, settings }: Pick<DecideContext, 'graph' | 'followed' | 'today' | 'settings'>,
  keys: readonly string[],
  asPressed: boolean,
): { readonly rows: readonly ProposalRow[]; readonly isWhole: boolean } {
  const waiting = followed.rows.get();
  const viewpoint = { today: today.get(), settings: settings.get() };
  const found = keys.map((key) => {
    const row = rowWith(waiting, key);
    const decided = row === undefined ? proposalOf(graph.get(), key, viewpoint) : null;
    return decided === null ? row : singleRow(decided);
  });
  const leads = new Map(found.map((row, index) => [row, keys[index]!]));
  return {
    rows: [...leads].flatMap(([row, key]) => (row === undefined ? [] : asPressed ? rowLedBy(row, key) : row)),
    isWhole: !found.includes(undefined),
  };
}

/** A row with the keys that its lines have by now; a line that cannot be told for sure has none. */
function asItIs(graph: Graph, row: ProposalRow): ProposalRow {
  const now = <Line extends Proposal | Evidence>(line: Line): Line => {
    const note = graph.notes.get(line.path);
    return { ...line, key: (note === undefined ? null : keyNow(note, rawOfKey(line.key), line.line)) ?? '' };
  };
  return { ...now(row), copies: row.copies.map(now), decided: row.decided && now(row.decided) };
}

/** The line of a row where it stands in a table, which no verb changes. */
function tableRow(graph: Graph, { path, line }: ProposalRow): Place | null {
  const task = graph.notes.get(path)?.tasks.find((one) => one.line === line);
  return task?.form === 'row' ? { path, line } : null;
}

/** The keys of lines after a plan was written, where it gave them other words. */
function renamedIn(graph: Graph, rows: readonly ProposalRow[], { notes }: Plan): ReadonlyMap<string, string> {
  const written = new Map(
    notes.flatMap(({ path, edits }) =>
      edits.map(({ expected, replacement }) => [`${path}\n${expected[0]}`, replacement[0]] as const),
    ),
  );
  return new Map(
    rows
      .flatMap((row) => [row, ...row.copies])
      .flatMap((line) => {
        const note = graph.notes.get(line.path);
        const raw = written.get(`${line.path}\n${rawOfKey(line.key)}`);
        const key = note === undefined || raw === undefined ? null : keyNow(note, raw, line.line);
        return key === null ? [] : [[line.key, key] as const];
      }),
  );
}
