import { stays } from '../change/edit';
import type { Plan, RowVerb } from './decide';

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

interface Words {
  /** For a label: `Accept 12 tasks`. */
  readonly imperative: string;
  /** For a report: `Accepted 12 tasks`. */
  readonly past: (what: string) => string;
}

const WORDS: Readonly<Record<RowVerb['name'], Words>> = {
  accept: { imperative: 'Accept', past: (what) => `Accepted ${what}` },
  dismiss: { imperative: 'Dismiss', past: (what) => `Dismissed ${what}` },
  done: { imperative: 'Mark done', past: (what) => `Marked ${what} done` },
  'as-before': { imperative: 'Settle as before', past: (what) => `Settled ${what} as before` },
  snooze: { imperative: 'Snooze', past: (what) => `Snoozed ${what}` },
  'set-owners': { imperative: 'Change owner of', past: (what) => `Changed the owner of ${what}` },
  'set-due': { imperative: 'Change due day of', past: (what) => `Changed the due day of ${what}` },
  'set-priority': { imperative: 'Change priority of', past: (what) => `Changed the priority of ${what}` },
  'edit-text': { imperative: 'Edit and accept', past: (what) => `Edited and accepted ${what}` },
};

const LONGEST_QUOTE = 60;

/** The label of an action in the journal: `Accept “Send the rack layout”`, `Dismiss 12 tasks with 30 copies`. */
export function actionLabel(
  verb: RowVerb['name'],
  { rows, copies, first }: Pick<Plan, 'rows' | 'copies' | 'first'>,
): string {
  return `${WORDS[verb].imperative} ${rows === 1 ? quoted(first) : `${numberWords(rows)} tasks`}${copiesWords(copies)}`;
}

/**
 * What a decision did, for the user and the screen reader: `Accepted with 3 copies.`, and each reason why a line was
 * not written.
 */
export function decidedWords(
  verb: RowVerb['name'],
  { notes, rows, copies, standing }: Pick<Plan, 'notes' | 'rows' | 'copies' | 'standing'>,
  decided: Decided,
): string {
  const { written } = decided;
  const planned = notes.reduce((sum, { edits }) => sum + edits.filter((edit) => !stays(edit)).length, 0);
  const past = WORDS[verb].past;
  const told =
    written < planned
      ? past(`${numberWords(written)} of ${numberWords(planned)} lines`)
      : rows > 1
        ? `${past(`${numberWords(rows)} tasks`)}${copiesWords(copies)}`
        : copies === 0
          ? past('one task')
          : `${past('').replace(/\s+/g, ' ').trim()}${copiesWords(copies)}`;
  const standingWords =
    standing === 0
      ? ''
      : standing === 1
        ? ' The line that was accepted before stands.'
        : ` The ${numberWords(standing)} lines that were accepted before stand.`;
  return sentencesOf(written > 0 ? `${told}.${standingWords}` : null, decided);
}

/** What an undo did: `Took back 2 changes: Accept “Send the rack layout” with one copy.` */
export function undoneWords(decided: Undone | null): string {
  if (decided === null)
    return 'Nothing can be taken back: the journal holds no change of a note. Settings are changed back in the settings.';
  const { written, label } = decided;
  return sentencesOf(
    written > 0 ? `Took back ${written === 1 ? 'one change' : `${numberWords(written)} changes`}: ${label}.` : null,
    decided,
  );
}

/** How many are left, as the end of what is said. */
export function leftWords(left: number): string {
  return `${numberWords(left)} left.`;
}

/** What was done, if anything was, and the reasons why lines were not written: the first three of them. */
export function sentencesOf(first: string | null, { written, refusals, stopped }: Decided): string {
  const sentences = first === null ? [] : [first];
  const reasons = [...new Set(refusals.map(({ sentence }) => sentence))];
  sentences.push(...reasons.slice(0, 3));
  if (reasons.length > 3)
    sentences.push(
      `${numberWords(reasons.length - 3)} more lines were not written${written > 0 ? '; “Recent changes” names them' : ''}.`,
    );
  if (stopped > 0)
    sentences.push(
      `Stopped; ${stopped === 1 ? 'one note was left as it is' : `${numberWords(stopped)} notes were left as they are`}.`,
    );
  return sentences.join(' ');
}

function copiesWords(copies: number): string {
  return copies === 0 ? '' : ` with ${copies === 1 ? 'one copy' : `${numberWords(copies)} copies`}`;
}

function numberWords(count: number): string {
  return count.toLocaleString('en-GB');
}

/** The words of a task or a decision in quotation marks, shortened. */
export function quoted(text: string): string {
  const words = [...text];
  return `“${words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).join('').trimEnd()}…` : text}”`;
}
