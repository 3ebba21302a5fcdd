import type { Day } from '../base/day';
import type { Suggestion } from '../account/suggest';
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
  /** How many notes are the account's, its pages included. */
  readonly notes: number;
  readonly proposed: number;
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

export interface TaskRow extends Place {
  readonly status: TaskStatus;
  readonly symbol: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly mine: boolean;
  readonly due: Day | null;
  readonly overdue: boolean;
  readonly priority: Priority | null;
  readonly tags: readonly string[];
  /** The name of the account, or null. */
  readonly account: string | null;
  /** Whether its note is read as evidence only. */
  readonly evidence: boolean;
  readonly note: string;
  readonly day: Day | null;
}

export interface StatementRow extends Place {
  readonly text: string;
  readonly account: string | null;
  readonly note: string;
  readonly day: Day | null;
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
  readonly met: number;
  readonly last: Day | null;
  readonly open: number;
}

/** An account, opened. Tasks first those due first; decisions and notes newest first. */
export interface AccountDetail {
  readonly account: AccountRow;
  readonly status: string | null;
  readonly industry: string | null;
  readonly tasks: readonly TaskRow[];
  readonly decisions: readonly StatementRow[];
  readonly facts: readonly StatementRow[];
  readonly notes: readonly NoteRow[];
  readonly people: readonly PersonRow[];
  /** How many meetings each week held, oldest first, this week last. */
  readonly meetingsByWeek: readonly { readonly week: Day; readonly count: number }[];
}

/** A note whose account is not known, with the accounts that it may be about. */
export interface UnassignedRow {
  readonly path: string;
  readonly title: string;
  readonly day: Day | null;
  readonly proposed: number;
  readonly suggestions: readonly Suggestion[];
}

/** A note that could not be read wholly. */
export interface ProblemRow {
  readonly path: string;
  readonly title: string;
  readonly reason: string;
}
