import type { Edit } from '../../core/change/edit';
import type { Plan, RowVerb } from '../../core/triage/decide';
import { actionLabel, decidedWords } from '../../core/triage/report';
import { told, type Acted, type Told } from '../parts/tell';

/** How a decision of many rows is followed and stopped. */
export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Told after each note. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Who writes a plan. */
export interface PlanActions {
  run(
    action: {
      readonly label: string;
      readonly notes: Plan['notes'];
      readonly follows: ReadonlyMap<Edit, Edit>;
      readonly decided: number;
      readonly left: Plan['refusals'];
    },
    options?: RunOptions,
  ): Promise<Acted>;
}

/** What these write decides proposals; the others leave them proposed. */
const DECIDING: readonly RowVerb['name'][] = ['accept', 'dismiss', 'done', 'as-before', 'edit-text'];

/** Writes a plan as one action; says what became of it, and of what the plan itself refused. */
export async function runPlan(
  actions: PlanActions,
  verb: RowVerb['name'],
  plan: Plan,
  options: RunOptions = {},
): Promise<Told> {
  const { notes, follows, rows, refusals } = plan;
  const report = await actions.run(
    { label: actionLabel(verb, plan), notes, follows, decided: DECIDING.includes(verb) ? rows : 0, left: refusals },
    options,
  );
  const all = { ...report, refusals: [...refusals, ...report.refusals] };
  const words = decidedWords(verb, plan, all);
  return told(words === '' ? 'Nothing was left to decide.' : words, all);
}
