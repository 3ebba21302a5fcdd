import type { DecisionName } from './decide';

/** What became of a decision or of its undoing. */
export interface Decided {
  /** How many lines were written. */
  readonly written: number;
  readonly refusals: readonly { readonly sentence: string }[];
  /** How many notes were left alone because the user stopped the action. */
  readonly stopped: number;
}

const PAST: Readonly<Record<DecisionName | 'undo', (lines: string) => string>> = {
  accept: (lines) => `Accepted ${lines}.`,
  dismiss: (lines) => `Dismissed ${lines}.`,
  done: (lines) => `Marked ${lines} done.`,
  undo: (lines) => `Took back ${lines}.`,
};
const IMPERATIVE: Readonly<Record<DecisionName, string>> = { accept: 'Accept', dismiss: 'Dismiss', done: 'Mark done' };
const LONGEST_QUOTE = 60;

/** The label of an action in the journal: `Accept “Send the rack layout”`, `Dismiss 12 tasks`. */
export function actionLabel(decision: DecisionName, count: number, first: string): string {
  return `${IMPERATIVE[decision]} ${count === 1 ? quoted(first) : `${count.toLocaleString('en-GB')} tasks`}`;
}

/** What happened, for the user and the screen reader: `Accepted 12 tasks. 41 left.`, and each reason why a line was not written. */
export function decidedWords(what: DecisionName | 'undo', { written, refusals, stopped }: Decided, left: number | null): string {
  const sentences: string[] = [];
  const word = what === 'undo' ? 'change' : 'task';
  if (written > 0) sentences.push(PAST[what](written === 1 ? `one ${word}` : `${written.toLocaleString('en-GB')} ${word}s`));
  const reasons = [...new Set(refusals.map(({ sentence }) => sentence))];
  sentences.push(...reasons.slice(0, 3));
  if (reasons.length > 3) sentences.push(`${reasons.length - 3} more lines were not written, for other reasons.`);
  if (stopped > 0) sentences.push(`Stopped; ${stopped.toLocaleString('en-GB')} notes were left as they are.`);
  if (left !== null && written > 0) sentences.push(`${left.toLocaleString('en-GB')} left.`);
  return sentences.join(' ');
}

/** The words of a task in quotation marks, shortened. */
function quoted(text: string): string {
  const words = [...text];
  return `“${words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).join('').trimEnd()}…` : text}”`;
}
