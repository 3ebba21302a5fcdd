import type { UserEvent } from 'obsidian';
import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { Place } from '../../core/graph/rows';
import type { DecisionName } from '../../core/triage/decide';
import type { ProposalRow } from '../../core/triage/proposals';

/** What stands around a proposed task: what one looks at to decide it. */
export interface ProposalContext {
  readonly heading: string | null;
  readonly summary: string;
  /** The lines around it in its note, its own among them, each with its number from 1. */
  readonly lines: readonly { readonly number: number; readonly text: string; readonly own: boolean }[];
}

/** What the Triage view is given: rows to show, and what it can ask for. */
export interface TriageModel {
  readonly proposals: Store<readonly ProposalRow[]>;
  readonly today: Store<Day>;
  readonly progress: Store<{ readonly read: number; readonly total: number } | null>;
  /** Whether letters are keys in the view. */
  readonly letters: Store<boolean>;
  /** Decides the rows with these keys in one action; comes back with what happened, in words for the user. */
  decide(keys: readonly string[], decision: DecisionName): Promise<string>;
  /** Takes the last action back; comes back with what happened, in words. */
  undo(): Promise<string>;
  /** What stands around a row, or null where its note is not known any more. */
  contextOf(row: ProposalRow): ProposalContext | null;
  open(place: Partial<Place> & Pick<Place, 'path'>, event: UserEvent | null): void;
  /** Ends the following of all that was given. */
  stop(): void;
}
