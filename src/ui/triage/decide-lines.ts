import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import { statusSymbols, type Settings } from '../../core/settings';
import type { Task } from '../../core/task/task';
import type { FieldFormat } from '../../core/task/tasks-tail';
import { decideLines, type DecisionName } from '../../core/triage/decide';
import type { Told } from '../parts/tell';
import { runPlan, type PlanActions } from './run-plan';

/**
 * Decides tasks that were read from a text of an open note, and those alone: what was typed a moment ago can be
 * decided, too. What happened comes back.
 */
export type DecideLines = (decision: DecisionName, path: string, text: string, tasks: readonly Task[]) => Promise<Told>;

interface DecideLinesParts {
  readonly today: Store<Day>;
  readonly settings: Store<Settings>;
  readonly taskFormat: () => FieldFormat;
  readonly actions: PlanActions;
}

/** The one way in which lines of an open note are decided by what stands there. */
export function createDecideLines({ today, settings, taskFormat, actions }: DecideLinesParts): DecideLines {
  return (decision, path, text, tasks) => {
    const verb = decision === 'done' ? { name: decision, day: today.get() } : { name: decision };
    return runPlan(
      actions,
      decision,
      decideLines(verb, path, text, tasks, {
        today: today.get(),
        symbols: statusSymbols(settings.get()),
        format: taskFormat(),
      }),
    );
  };
}
