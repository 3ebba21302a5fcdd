import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { TaskStatus } from '../../core/task/status';
import type { SavedFilter } from '../../core/settings';
import type { DecidedDay } from '../../core/triage/progress';
import type { Proposal } from '../../core/triage/proposals';
import type { ReasonsGiven } from '../../core/triage/reasons';
import type { ProposalRow } from '../../core/triage/rows';
import type { Place } from '../../core/graph/rows';
import type { Vault } from '../context';
import type { Question } from '../prompts';
import type { OnError } from '../told';
import type { Saying } from './desk-keeper';
import type { PressQueue } from './press-queue';
import type { Grouping } from './sections';

/** What stands around a proposed task: what one looks at to decide it. */
export interface ProposalContext {
  readonly heading: string | null;
  readonly summary: string;
  /** Why copies are told to be the same, by their keys, as far as that is known. */
  readonly why: readonly (readonly [key: string, words: string])[];
  /**
   * The lines around it under its heading, its own among them, each with its number from 1: a task by what it says and
   * its status, another line as it stands.
   */
  readonly lines: readonly {
    readonly number: number;
    readonly status: TaskStatus | null;
    readonly text: string;
    readonly own: boolean;
  }[];
}

/** What triage is given: rows to show, and what it can ask for. What happened comes back in words for the user. */
export interface TriageModel {
  /** What waits, snoozed rows too, and what was pressed. */
  readonly queue: PressQueue;
  readonly today: Store<Day>;
  /** Whether notes are being read, or their copies looked for, for the first time. */
  readonly isReading: Store<boolean>;
  /** Whether neither an account nor a proposal is found in the vault, by the tags that are set. */
  readonly isNothing: Store<boolean>;
  readonly tags: Store<readonly string[]>;
  /** Leads to what sets the plugin up for the vault. */
  readonly setUp: () => void;
  /** Whether letters are keys in the view. */
  readonly letters: Store<boolean>;
  /** What was decided on the last days, oldest first. */
  readonly decidedDays: Store<readonly DecidedDay[]>;
  /** How many were decided since this was opened. */
  readonly decidedNow: Store<number>;
  /** Why lines were dismissed that do not say it. */
  readonly reasons: Store<ReasonsGiven>;
  readonly savedFilters: Store<readonly SavedFilter[]>;
  /** Whether the note at a path was created since Triage was last shown. */
  readonly isNew: (path: string) => boolean;
  /** The split that was shown last, or null. */
  readonly lastSplit: string | null;
  readonly rememberSplit: (split: string) => void;
  /** How rows were put together last. */
  readonly lastGrouping: Grouping;
  readonly rememberGrouping: (grouping: Grouping) => void;
  /** Lets the user choose the account of a note. */
  readonly chooseAccount: (path: string) => void;
  /** Remembers that a line of a row does not say the same as the others of it. */
  readonly setApart: (line: Proposal) => string;
  /** Remembers that two rows, by themselves, that are likely the same are one, or two. */
  readonly tellTwins: (rows: readonly [ProposalRow, ProposalRow], areSame: boolean) => Saying;
  /** Keeps a filter under its name, in the place of one of the same name. */
  readonly saveFilter: (filter: SavedFilter) => void;
  readonly forgetFilter: (name: string) => void;
  /** Asks before something larger is done. The first time, it tells how notes are kept safe besides. */
  readonly confirm: (question: Question) => Promise<boolean>;
  /** The names of the people that notes know, those named most first. */
  readonly people: () => readonly string[];
  /** What stands around a row, or null where its note is not known any more. */
  readonly contextOf: (row: ProposalRow) => ProposalContext | null;
  /** The same with more lines, in slices that let the screen draw; null, too, where `isOver` said to stop. */
  readonly readContext: (row: ProposalRow, isOver: () => boolean) => Promise<ProposalContext | null>;
  /** Shows a note beside the view, which keeps the focus; `enters`: the note gets it. */
  readonly show: (place: Place, options: { readonly enters: boolean }) => void;
  readonly open: Vault['open'];
  /** Opens "Recent changes". */
  readonly openChanges: () => void;
  readonly onError: OnError;
  /** Ends the following of all that was given. */
  readonly stop: () => void;
}
