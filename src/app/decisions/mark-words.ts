import type { DecisionMark } from '../../core/change/mark-decision';
import type { MarkPlan } from '../../core/graph/mark-rows';
import { baseName } from '../../core/note/note';
import { visible } from '../../core/text/inline';
import { sentencesOf, type Decided } from '../../core/triage/report';
import { words } from '../../words/words';

/** The label of an action that says something of decisions: `Confirm “Run the pilot”`. */
export function markLabel(mark: DecisionMark, plan: MarkPlan): string {
  return words.decisions.label[mark.name](whatWords(plan));
}

/** What such an action did, and each reason why a line was not written. */
export function markedWords(mark: DecisionMark, plan: MarkPlan, decided: Decided): string {
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
