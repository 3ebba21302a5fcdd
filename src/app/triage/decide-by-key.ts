import { oneByOne } from '../../core/base/one-by-one';
import { statusSymbols } from '../../core/settings';
import { decideRowsInSteps, type Plan, type RowVerb } from '../../core/triage/decide';
import { proposalOf } from '../../core/triage/proposals';
import { rowLedBy, singleRow } from '../../core/triage/rows';
import type { ActionOptions } from '../actions';
import type { Context } from '../context';
import { orError, STOPPED, toldOnly, type Told } from '../told';
import type { FollowedRows } from './followed-rows';
import { runPlan } from './run-plan';

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

/** From so many notes on, an action is followed seldom. */
const MANY_NOTES = 5;

/** The one way in which views decide: what waits, as the rows of now have it, and tasks that were accepted before. */
export function createDecideByKey({
  graph,
  followed,
  today,
  settings,
  taskFormat,
  actions,
  inSlices,
  onError,
}: Pick<Context, 'graph' | 'today' | 'settings' | 'taskFormat' | 'actions' | 'inSlices' | 'onError'> & {
  readonly followed: FollowedRows;
}): DecideByKey {
  const inTurn = oneByOne();
  let slow = 0;
  const plan = async (keys: readonly string[], verb: RowVerb, { asPressed = false }: DecideOptions): Promise<Plan> => {
    // With the copies of a moment before, a line would be decided without them.
    await followed.settled();
    const byKey = new Map(
      followed.rows.get().flatMap((row) => [row, ...row.copies].map(({ key }) => [key, row] as const)),
    );
    const viewpoint = { today: today.get(), settings: settings.get() };
    const found = keys.map((key) => {
      const decided = byKey.has(key) ? null : proposalOf(graph.get(), key, viewpoint);
      return decided === null ? byKey.get(key) : singleRow(decided);
    });
    const leads = new Map(found.map((row, index) => [row, keys[index]!]));
    const rows = [...leads].flatMap(([row, key]) => (row === undefined ? [] : asPressed ? rowLedBy(row, key) : row));
    const planned = (await inSlices(
      decideRowsInSteps(graph.get(), rows, verb, {
        today: today.get(),
        symbols: statusSymbols(settings.get()),
        format: taskFormat(),
      }),
      () => false,
    ))!;
    return found.includes(undefined)
      ? { ...planned, refusals: [{ path: '', sentence: GONE }, ...planned.refusals] }
      : planned;
  };
  const run = async (keys: readonly string[], verb: RowVerb, following: DecideOptions): Promise<Told> => {
    // One after another, so that the last thing that was asked for is the first that undo takes back.
    const planned = await inTurn(() => plan(keys, verb, following));
    const isMany = planned.notes.length > MANY_NOTES;
    if (isMany) slow++;
    followed.setSlow(slow > 0);
    try {
      return await runPlan(actions, verb.name, planned, following);
    } finally {
      if (isMany) slow--;
      followed.setSlow(slow > 0);
      await followed.settled();
    }
  };
  return (keys, verb, following = {}) =>
    orError('The decision was not written', () => run(keys, verb, following), onError, toldOnly(STOPPED));
}

const GONE = 'A task was not decided: it is not in the list any more.';
