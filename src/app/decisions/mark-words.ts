import type { DecisionMark } from '../../core/change/mark-decision';
import type { MarkPlan } from '../../core/graph/mark-rows';
import { baseName } from '../../core/note/note';
import { visible } from '../../core/text/inline';
import { quoted, sentencesOf, type Decided } from '../../core/triage/report';
import { countWords } from '../../words/format';

/** The label of an action that says something of decisions: `Confirm “Run the pilot”`. */
export function markLabel(mark: DecisionMark, plan: MarkPlan): string {
  const what = whatWords(plan);
  return mark.name === 'confirm'
    ? `Confirm ${what}`
    : mark.name === 'supersede'
      ? `Mark ${what} superseded`
      : `Take back what is said of ${what}`;
}

/** What such an action did, and each reason why a line was not written. */
export function markedWords(mark: DecisionMark, plan: MarkPlan, decided: Decided): string {
  return sentencesOf(decided.written > 0 ? doneWords(mark, visible(whatWords(plan)), plan.decisions) : null, decided);
}

function doneWords(mark: DecisionMark, what: string, count: number): string {
  switch (mark.name) {
    case 'confirm':
      return `Confirmed ${what}.`;
    case 'supersede':
      return `Marked ${what} superseded by “${visible(baseName(mark.by))}”.`;
    case 'unmark': {
      const kinds = mark.kinds.join(' or ');
      return `${what} ${count === 1 ? 'is' : 'are'} not ${kinds} any more.`;
    }
  }
}

function whatWords({ decisions, first }: MarkPlan): string {
  return decisions === 1 ? quoted(first) : countWords(decisions, 'decision');
}
