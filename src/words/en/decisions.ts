import { formFor, listWords } from '../format';
import { count } from './common';

/** Decisions that are confirmed or superseded. */
export const decisions = {
  confirm: 'Confirm',
  unconfirm: 'Remove confirmation',
  supersede: 'Mark as superseded…',
  restore: 'Remove superseded mark',
  whichReplaces: 'Which decision replaces this one?',
  noMatch: 'No matching decisions.',
  superseded: 'superseded',
  /** In the menu of an editor. */
  menu: {
    confirm: (decisions: number) => `Confirm ${some(decisions)}`,
    supersede: (decisions: number) => `Mark ${some(decisions)} as superseded…`,
    unmark: (decisions: number) => `Remove marks from ${some(decisions)}`,
  },
  /** The label of an action, in the journal. */
  label: {
    confirm: (what: string) => `Confirm ${what}`,
    supersede: (what: string) => `Mark ${what} as superseded`,
    unmark: (what: string) => `Remove marks from ${what}`,
  },
  confirmed: (what: string) => `Confirmed ${what}.`,
  supersededBy: (what: string, note: string) => `Marked ${what} as superseded by “${note}”.`,
  unmarked: (what: string, decisions: number, kinds: readonly ('confirmed' | 'superseded')[]) =>
    `${what} ${formFor(decisions, { one: 'is', other: 'are' })} no longer ${listWords(kinds, 'or')}.`,
};

function some(decisions: number): string {
  return decisions === 1 ? 'decision' : count.decisions(decisions);
}
