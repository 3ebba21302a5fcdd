import type { Day } from '../base/day';
import type { Suggestion } from '../account/suggest';
import type { RefusalReason } from '../change/refusal';
import type { StatementMarks } from '../note/statement-marks';
import type { DismissReason } from '../task/dismiss-reason';
import type { TaskStatus } from '../task/status';
import type { Priority } from '../task/task-line';

/** One account in the list. Days without a value are null. */
export interface AccountRow {
  readonly key: string;
  readonly name: string;
  /** Every spelling, for the search. */
  readonly names: readonly string[];
  readonly people: readonly string[];
  readonly pages: readonly string[];
  /** What its page says of it, or null. */
  readonly status: string | null;
  readonly industry: string | null;
  /** How many notes are the account's, its pages included. */
  readonly notes: number;
  /** Lines that are proposed. */
  readonly proposed: number;
  /** Proposals that wait for a decision, as Triage counts them. */
  readonly waiting: number;
  /** Open or in progress. */
  readonly open: number;
  readonly done: number;
  /** Dismissed by a person; a line that is only a copy of another does not count. */
  readonly dismissed: number;
  readonly decisions: number;
  readonly facts: number;
  /** Open or in progress, and due before today. Proposals are never overdue. */
  readonly overdue: number;
  readonly myOverdue: number;
  /** The newest meeting day that is not after today. */
  readonly lastContact: Day | null;
  /** Days since the last contact. */
  readonly quiet: number | null;
  /** The earliest due day from today on, of an open task. */
  readonly nextDue: Day | null;
}

/** Where a row stands, so that it can be opened. */
export interface Place {
  readonly path: string;
  /** From 0. */
  readonly line: number;
}

/** A line of a note that is shown. */
export interface LineRow extends Place {
  /** Stays the same while the line is the same, wherever in its note it moves. */
  readonly key: string;
  readonly text: string;
  /** The name of the account, or null. */
  readonly account: string | null;
  /** The title of its note, and the day. */
  readonly note: string;
  readonly day: Day | null;
}

/** A task that may be written several times: its best line, with the others that say the same. */
export interface TaskRow extends LineRow {
  readonly kind: 'task';
  readonly status: TaskStatus;
  readonly symbol: string;
  readonly owners: readonly string[];
  readonly mine: boolean;
  readonly due: Day | null;
  readonly overdue: boolean;
  readonly priority: Priority | null;
  /** Why it was dismissed, where its line says so. */
  readonly reason: DismissReason | null;
  readonly tags: readonly string[];
  /** Whether its note is read as evidence only. */
  readonly evidence: boolean;
  /** The day until which a proposal is snoozed, or null. */
  readonly snoozed: Day | null;
  /** Whether it is proposed, not snoozed, and no line that says the same, or tells of it, was decided before. */
  readonly waits: boolean;
  /** The other lines, newest first; a line that is only a copy (`#copy`) is not among them. */
  readonly copies: readonly TaskRow[];
}

/**
 * A decision or fact that may be said several times: its best line, with the others. It is confirmed or superseded
 * where any of them says so.
 */
export interface StatementRow extends LineRow, StatementMarks {
  readonly kind: 'decision' | 'fact';
  /** The other lines that say the same, newest first. */
  readonly copies: readonly StatementRow[];
}

export interface NoteRow {
  readonly path: string;
  readonly title: string;
  readonly kind: 'meeting' | 'account-page' | 'person-page';
  readonly day: Day | null;
  readonly proposed: number;
  readonly decisions: number;
}

/** A person of an account: met in its meetings, or an owner of its tasks. */
export interface PersonRow {
  readonly name: string;
  /** Whether it is the user. */
  readonly mine: boolean;
  /** In how many meetings, and the newest of those that were. */
  readonly met: number;
  readonly last: Day | null;
  /** The path of the note of that meeting. */
  readonly lastMeeting: string | null;
  /** How many open tasks are theirs. */
  readonly open: number;
  /** Those tasks, those due first first. */
  readonly owes: readonly TaskRow[];
}

/** What happened in a week. */
export interface WeekRow {
  /** Its Monday. */
  readonly week: Day;
  readonly meetings: number;
  /** Tasks of the week's notes that are more than a proposal; a line that is only a copy of another does not count. */
  readonly opened: number;
  /** Tasks that say that they were done or dismissed in the week. */
  readonly closed: number;
}

/** An account, opened. Tasks first those due first; decisions, facts and notes newest first. */
export interface AccountDetail {
  readonly account: AccountRow;
  /** The oldest meeting day. */
  readonly firstContact: Day | null;
  readonly tasks: readonly TaskRow[];
  readonly decisions: readonly StatementRow[];
  readonly facts: readonly StatementRow[];
  readonly notes: readonly NoteRow[];
  readonly people: readonly PersonRow[];
  /** Half a year of weeks, oldest first, this week last. */
  readonly weeks: readonly WeekRow[];
}

/** A note whose account is not known, with the accounts that it may be about. */
export interface UnassignedRow {
  readonly path: string;
  readonly title: string;
  readonly day: Day | null;
  readonly proposed: number;
  readonly suggestions: readonly Suggestion[];
  /** Why no account can be written into it before it is mended; null where one can. */
  readonly fault: RefusalReason | null;
}

/**
 * What is wrong with a note: it was not read, its front matter is broken, a template was not run, its source is not
 * there, or sync made it.
 */
export type ProblemKind = 'unread' | 'front-matter' | 'template' | 'source' | 'conflict';

/** A note that needs attention. Its row goes when the note is mended. */
export interface ProblemRow {
  readonly path: string;
  readonly title: string;
  readonly kind: ProblemKind;
  /** The first line that is wrong, from 0; left out where it is the note as a whole. */
  readonly line?: number;
  /** What is wrong, in a sentence. */
  readonly reason: string;
  /** What to do, in a sentence. */
  readonly advice: string;
}
