import type { Day } from '../../core/base/day';
import type { DecisionMark } from '../../core/change/mark-decision';
import { markRow, type MarkedRow, type MarkPlan } from '../../core/graph/mark-rows';
import { readingRules } from '../../core/note/read-note';
import { baseName } from '../../core/note/note';
import type { MarkKind } from '../../core/note/statement-marks';
import { visible } from '../../core/text/inline';
import { sentencesOf, type Decided } from '../../core/triage/report';
import type { Actions } from '../actions';
import type { Context, Vault } from '../context';
import { orError, STOPPED, told, toldOnly, type Told } from '../told';
import { words } from '../../words/words';

/**
 * What the user says of a decision: that it is confirmed, today; by which note (its path) it was superseded; or neither
 * any more.
 */
export type DecisionWish =
  | { readonly name: 'confirm' }
  | { readonly name: 'supersede'; readonly by: string }
  | { readonly name: 'unmark'; readonly kinds: readonly MarkKind[] };

/** Says something of a row of decisions, in one action; what happened comes back, and it never fails. */
export type MarkDecision = (row: MarkedRow, wish: DecisionWish) => Promise<Told>;

/** The one way in which views say something of decisions, for all views that show them. */
export function createMarkDecision({
  vault,
  graph,
  groups,
  groupsSettled,
  today,
  settings,
  actions,
  onError,
}: Pick<
  Context,
  'vault' | 'graph' | 'groups' | 'groupsSettled' | 'today' | 'settings' | 'actions' | 'onError'
>): MarkDecision {
  return (row, wish) =>
    orError(
      words.failures.decide,
      async () => {
        // With the copies of a moment before, one of them might go on saying what is taken back.
        await groupsSettled();
        const mark = markOf(vault, wish, row.path, today.get());
        return runMark(
          actions,
          mark,
          markRow(graph.get(), row, mark, { groups: groups.get() ?? new Map(), rules: readingRules(settings.get()) }),
        );
      },
      onError,
      toldOnly(STOPPED),
    );
}

/** What is to be written in a note for what the user wishes. */
export function markOf({ linkTo }: Pick<Vault, 'linkTo'>, wish: DecisionWish, path: string, today: Day): DecisionMark {
  switch (wish.name) {
    case 'confirm':
      return { name: 'confirm', day: today };
    case 'supersede':
      return { name: 'supersede', by: linkTo(wish.by, path) };
    case 'unmark':
      return wish;
  }
}

/** Writes a plan as one action; says what became of it, and of what the plan itself refused. */
export async function runMark(actions: Pick<Actions, 'run'>, mark: DecisionMark, plan: MarkPlan): Promise<Told> {
  const report = await actions.run({ label: markLabel(mark, plan), notes: plan.notes });
  const all = { ...report, refusals: [...plan.refusals, ...report.refusals] };
  return told(markedWords(mark, plan, all), all);
}

/** The label of an action that says something of decisions: `Confirm “Run the pilot”`. */
function markLabel(mark: DecisionMark, plan: MarkPlan): string {
  return words.decisions.label[mark.name](whatWords(plan));
}

/** What such an action did, and each reason why a line was not written. */
function markedWords(mark: DecisionMark, plan: MarkPlan, decided: Decided): string {
  return sentencesOf(decided.written > 0 ? doneWords(mark, visible(whatWords(plan)), plan.decisions) : null, decided);
}

function doneWords(mark: DecisionMark, what: string, count: number): string {
  switch (mark.name) {
    case 'confirm':
      return words.decisions.confirmed(what);
    case 'supersede':
      return words.decisions.supersededBy(what, visible(baseName(mark.by)));
    case 'unmark':
      return words.decisions.unmarked(what, count, mark.kinds);
  }
}

function whatWords({ decisions, first }: MarkPlan): string {
  return decisions === 1 ? words.common.quoted(first) : words.count.decisions(decisions);
}
