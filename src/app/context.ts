import type { Day } from '../core/base/day';
import type { Store } from '../core/base/store';
import type { JournalEntry } from '../core/change/journal';
import type { Graph } from '../core/graph/graph';
import type { Place } from '../core/graph/rows';
import type { Settings } from '../core/settings';
import type { FieldFormat } from '../core/task/tasks-tail';
import type { Actions } from './actions';
import type { Prompts } from './prompts';
import type { InSlices } from './sliced-store';
import type { Timers } from './timers';
import type { OnError } from './told';
import type { Groups } from '../core/copies/group';

/** What of a press says where a note is to be opened: in this tab, a new one, a split or a window. */
export interface Press {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A note, and a line of it, from 0, where one is meant. */
export type NotePlace = Partial<Place> & Pick<Place, 'path'>;

/** A note that is open, with its text as it stands there, unsaved typing too. */
export interface OpenNote {
  readonly path: string;
  /** Its name without folder and ending. */
  readonly name: string;
  readonly text: string;
}

/** What the app asks of the vault and the workspace besides reading and writing notes. */
export interface Vault {
  /** Opens a note at a line; null: no press asked for it. A note that is gone is told. */
  readonly open: (place: NotePlace, press: Press | null) => void;
  /**
   * Shows a note at a line beside a view, which keeps the focus; only where it `enters`, the note gets it. `from`: the
   * leaf of the view, as the host knows it.
   */
  readonly show: (place: NotePlace, from: object, options: { readonly enters: boolean }) => void;
  /** Opens what a link in a note's text points to, if that is there. `from`: the path of that note. */
  readonly openLink: (target: string, from: string, press: Press) => void;
  /** The path of the note that is called like a person, or null. */
  readonly pageOf: (person: string) => string | null;
  /** The text of a link from one note to another: the shortest that leads there and nowhere else. */
  readonly linkTo: (path: string, from: string) => string;
  /** A path in the folder for new notes that no file has yet, for a note of this name. */
  readonly freePath: (name: string) => Promise<string>;
  /** All notes of the vault, with their size in bytes and when they were changed, in milliseconds since 1970. */
  readonly notes: () => readonly { readonly path: string; readonly size: number; readonly changed: number }[];
  /** The text of the note at a path; null where it is gone or cannot be read. */
  readonly textOf: (path: string) => Promise<string | null>;
  /** When the note at a path was created, in milliseconds since 1970; null where there is none. */
  readonly createdAt: (path: string) => number | null;
  /** The note of the active view, or null. */
  readonly activeNote: () => OpenNote | null;
  /** The path of the file that the user works in, or null. */
  readonly activePath: () => string | null;
  /** Puts a text on the clipboard; whether that could be done. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** Small things that are remembered for this vault on this device, by name. They are not synced. */
export interface Memory {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => void;
}

/** The user's settings. */
export interface SettingsStore extends Store<Settings> {
  /** Takes the changed values over at once and stores them. */
  readonly change: (values: Partial<Settings>) => void;
}

/** What every part of the app is handed: what is known, what can be done, and whom it can ask. */
export interface Context {
  readonly graph: Store<Graph>;
  /** The lines that say the same; null until they were found once. */
  readonly groups: Store<Groups | null>;
  /** Comes back when the groups are those of the graph as it is. */
  readonly groupsSettled: () => Promise<void>;
  readonly settings: SettingsStore;
  readonly today: Store<Day>;
  /** How the Tasks plugin is set to write fields; emoji where it is not there. */
  readonly taskFormat: () => FieldFormat;
  /** How far the first reading is, in notes; null when all are read. */
  readonly progress: Store<{ readonly read: number; readonly total: number } | null>;
  /** Every action, oldest first. */
  readonly entries: Store<readonly JournalEntry[]>;
  readonly actions: Actions;
  readonly vault: Vault;
  readonly prompts: Prompts;
  readonly memory: Memory;
  readonly inSlices: InSlices;
  readonly timers: Timers;
  readonly onError: OnError;
}
