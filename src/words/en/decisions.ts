import { formFor, listWords } from '../format';
import { count, quoted } from './common';

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
    confirm: {
      one: (text: string) => `Confirm ${quoted(text)}`,
      some: (decisions: number) => `Confirm ${count.decisions(decisions)}`,
    },
    supersede: {
      one: (text: string) => `Mark ${quoted(text)} as superseded…`,
      some: (decisions: number) => `Mark ${count.decisions(decisions)} as superseded…`,
    },
    unmark: {
      one: (text: string) => `Remove marks from ${quoted(text)}`,
      some: (decisions: number) => `Remove marks from ${count.decisions(decisions)}`,
    },
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
