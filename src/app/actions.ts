import type { Edit } from '../core/change/edit';
import type { Left, NoteEdits } from '../core/change/journal';
import type { DismissReason } from '../core/task/dismiss-reason';

/** The edits of one action, note by note. */
export interface Action {
  /** What it does, for the user: "Accept 12 tasks". */
  readonly label: string;
  readonly notes: readonly NoteEdits[];
  /** What was refused before: it is kept with the action, for the user to find. */
  readonly left?: readonly Left[];
  /** Edits of copies, each with that of its best line: it is written only after that one was. */
  readonly follows?: ReadonlyMap<Edit, Edit>;
  /** How many proposals it decides; none where left out. */
  readonly decided?: number;
  /** Why it dismisses, where a reason was given. */
  readonly reason?: DismissReason;
  /** The id of the action that it takes back. */
  readonly undoOf?: string;
}

/** What became of an action. */
export interface ActionReport {
  /** What was done; of an undo, what was taken back. */
  readonly label: string;
  /** The id under which the journal has it; null where nothing was written. */
  readonly id: string | null;
  /** How many edits were written, in how many notes. */
  readonly written: number;
  readonly notes: number;
  /** Why the others were not, a sentence for each. */
  readonly refusals: readonly { readonly path: string; readonly sentence: string }[];
  /** How many notes were left alone because the user stopped the action. */
  readonly stopped: number;
  /** Of an undo that wrote something: the id of the action that it took back. */
  readonly undoOf?: string;
}

/** How an action over many notes is followed and stopped. */
export interface ActionOptions {
  /** Stops the action between two notes. */
  readonly signal?: { readonly aborted: boolean };
  /** Told after each note. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Does what the user asked for, and takes it back. */
export interface Actions {
  run(action: Action, options?: ActionOptions): Promise<ActionReport>;
  /** Takes back the action with this id, else the last one that can be; null where there is none. */
  undo(id?: string, options?: Pick<ActionOptions, 'onProgress'>): Promise<ActionReport | null>;
}
