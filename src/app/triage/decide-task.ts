import { createStore, type Store } from '../../core/base/store';
import type { TaskRow } from '../../core/graph/rows';
import type { RowVerb } from '../../core/triage/decide';
import { proposalOf } from '../../core/triage/proposals';
import { singleRow, type ProposalRow } from '../../core/triage/rows';
import { rowWith } from '../../core/triage/waiting';
import type { Context } from '../context';
import { orError, STOPPED, toldOnly, type Told } from '../told';
import type { FollowedRows } from './followed-rows';
import type { PressQueue } from './press-queue';
import { words } from '../../words/words';

/**
 * What is done with a task wherever it is listed besides Triage: by the same queue, so that one undo takes back what was
 * pressed last, anywhere. Nothing of it fails; what happened is told.
 */
export interface DecideTask {
  /** Does something with a task and its copies; comes back when it is written. */
  readonly decide: (task: Pick<TaskRow, 'key' | 'status'>, verb: RowVerb) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** What was told last, for a screen reader. */
  readonly said: Store<string>;
}

/** How a task is decided where it is listed. */
export function createDecideTask({
  graph,
  today,
  settings,
  progress,
  prompts,
  vault,
  queue,
  followed,
  onError,
}: Pick<Context, 'graph' | 'today' | 'settings' | 'progress' | 'prompts' | 'vault' | 'onError'> & {
  readonly queue: Pick<PressQueue, 'presses' | 'press' | 'undo'>;
  readonly followed: Pick<FollowedRows, 'rows' | 'settled'>;
}): DecideTask {
  const said = createStore('', { onError: (error: unknown) => onError(words.failures.decideTask, error) });
  const waitingRow = (key: string): ProposalRow | undefined => rowWith(queue.presses.get().waiting, key);
  const isBehindOthers = (): boolean => progress.get() === null && queue.presses.get().jobs.length > 0;
  const rowOf = async ({ key, status }: Pick<TaskRow, 'key' | 'status'>): Promise<ProposalRow | null> => {
    // It was read a moment ago: before its copies are known, it would be decided without them.
    if (status === 'proposed') await followed.settled();
    // What was pressed before may wait to be written; else the queue may have to look at what was settled just now.
    const found = isBehindOthers() ? waitingRow(key) : rowWith(followed.rows.get(), key);
    if (found !== undefined) return found;
    const decided = proposalOf(graph.get(), key, { today: today.get(), settings: settings.get() });
    return decided === null ? null : singleRow(decided);
  };
  const tell = async (work: () => Promise<Told>): Promise<void> => {
    const told = await orError(words.failures.decideTask, work, onError, toldOnly(STOPPED));
    said.set(told.words);
    prompts.tell(told);
    if (told.byHand !== undefined) vault.open(told.byHand, null);
  };
  return {
    said,
    decide: (task, verb) =>
      tell(async () => {
        // Behind others at once, so that the next undo takes it back.
        const row = (isBehindOthers() ? waitingRow(task.key) : undefined) ?? (await rowOf(task));
        return row === null ? toldOnly(words.changes.notInList) : queue.press([row], verb);
      }),
    undo: () => tell(() => queue.undo().answer),
  };
}
