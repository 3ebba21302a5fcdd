import type { NotePlace, Vault } from '../../app/context';
import type { Prompts } from '../../app/prompts';
import type { DecideTask } from '../../app/triage/decide-task';
import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { StatementRow } from '../../core/graph/rows';

/** What rows of decisions, tasks, facts, notes and meetings can ask for, wherever they are shown. */
export interface RowActions {
  readonly today: Store<Day>;
  readonly open: Vault['open'];
  readonly openLink: Vault['openLink'];
  /** Does something with a task and its copies; what happened is told. Comes back when it is done. */
  readonly decide: DecideTask['decide'];
  /** Takes back what was pressed last, and tells it. */
  readonly undo: DecideTask['undo'];
  /** What was told last, for a screen reader. */
  readonly said: DecideTask['said'];
  readonly ask: Prompts['ask'];
  /** The names of the people that notes know, those named most first. */
  readonly people: () => readonly string[];
  /** Whether letters are keys. */
  readonly letters: () => boolean;
  /** Offers what can be said of a decision. */
  showDecisionMenu(event: MouseEvent, decision: StatementRow): void;
}

/** The same, for rows in a place. */
export interface RowsModel extends RowActions {
  /** Shows what stands at a place while the pointer is over its link, as Obsidian does; null where rows show nothing. */
  readonly preview: ((place: NotePlace, event: MouseEvent, link: HTMLElement) => void) | null;
  /** Whether they stand in a view, where a click anywhere on a row opens it and keys are for it. A note is typed in. */
  readonly isView: boolean;
}
