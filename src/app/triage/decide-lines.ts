import { statusSymbols } from '../../core/settings';
import type { Task } from '../../core/task/task';
import { decideLines, type RowVerb } from '../../core/triage/decide';
import type { Context } from '../context';
import type { Told } from '../told';
import { runPlan } from './run-plan';

/**
 * Decides tasks that were read from a text of an open note, and those alone: what was typed a moment ago can be
 * decided, too. What happened comes back.
 */
export type DecideLines = (verb: RowVerb, path: string, text: string, tasks: readonly Task[]) => Promise<Told>;

/** The one way in which lines of an open note are decided by what stands there. */
export function createDecideLines({
  today,
  settings,
  taskFormat,
  actions,
}: Pick<Context, 'today' | 'settings' | 'taskFormat' | 'actions'>): DecideLines {
  return (verb, path, text, tasks) =>
    runPlan(
      actions,
      verb.name,
      decideLines(verb, path, text, tasks, {
        today: today.get(),
        symbols: statusSymbols(settings.get()),
        format: taskFormat(),
      }),
    );
}
