import { stays } from '../change/edit';
import { words } from '../../words/words';
import { reasonOf, type Plan, type RowVerb } from './decide';

/** What became of a decision or of its undoing. */
export interface Decided {
  /** How many lines were written. */
  readonly written: number;
  readonly refusals: readonly { readonly sentence: string }[];
  /** How many notes were left alone because the user stopped the action. */
  readonly stopped: number;
}

/** What became of an undo. */
export interface Undone extends Decided {
  /** The label of the action that was taken back. */
  readonly label: string;
}

/**
 * The label of an action in the journal: `Accept “Send the rack layout”`, `Dismiss 12 tasks with 30 copies`,
 * `Dismiss “Send it” as not needed`.
 */
export function actionLabel(verb: RowVerb, { rows, copies, first }: Pick<Plan, 'rows' | 'copies' | 'first'>): string {
  const { label, task, tasks } = words.changes;
  return because(verb, label[verb.name](rows === 1 ? task(first, copies) : tasks(rows, copies)));
}

/**
 * What a decision did, for the user and the screen reader: `Accepted 1 task with 3 copies.`, and each reason why a line
 * was not written.
 */
export function decidedWords(
  verb: RowVerb,
  { notes, rows, copies, standing }: Pick<Plan, 'notes' | 'rows' | 'copies' | 'standing'>,
  decided: Decided,
): string {
  const { written } = decided;
  const planned = notes.reduce((sum, { edits }) => sum + edits.filter((edit) => !stays(edit)).length, 0);
  const { done, partOf, sentence, tasks } = words.changes;
  const told = sentence(
    because(verb, done[verb.name](written < planned ? partOf(written, planned) : tasks(rows, copies))),
  );
  return sentencesOf(written > 0 ? `${told}${standing === 0 ? '' : words.changes.standing(standing)}` : null, decided);
}

/** What was done, and why, where a reason was given. */
function because(verb: RowVerb, what: string): string {
  const reason = reasonOf(verb);
  return reason === undefined ? what : words.changes.because(what, words.asks.reasons[reason]);
}

/** What an undo did: `Undid: accept “Send the rack layout” with 1 copy.` */
export function undoneWords(decided: Undone | null): string {
  if (decided === null) return words.changes.nothingToUndo;
  const { written, label } = decided;
  return sentencesOf(written > 0 ? words.changes.undid(label) : null, decided);
}

/** What was done, if anything was, and the reasons why lines were not written: the first three of them. */
export function sentencesOf(first: string | null, { written, refusals, stopped }: Decided): string {
  const sentences = first === null ? [] : [first];
  const reasons = [...new Set(refusals.map(({ sentence }) => sentence))];
  sentences.push(...reasons.slice(0, 3));
  if (reasons.length > 3) {
    sentences.push(words.changes.moreNotWritten(reasons.length - 3));
    if (written > 0) sentences.push(words.changes.seeRecent);
  }
  if (stopped > 0) sentences.push(words.changes.stopped(stopped));
  return sentences.join(' ');
}
