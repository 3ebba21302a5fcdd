import type { Day } from '../base/day';
import type { Damage } from '../text/encoding';
import type { TaskStatus } from '../task/status';
import type { Task } from '../task/task';
import type { StatementMarks } from './statement-marks';

/**
 * What a note is. Of the notes that carry our tag, a *meeting* has a date, or says who took part or whose it is; an
 * *account page* says none of that, and a *person page* names a person. An *other* note does not carry the tag: it is
 * read for evidence (sources, inbox lists) and is never an account's.
 */
export type NoteKind = 'meeting' | 'account-page' | 'person-page' | 'other';

/** A decision or a fact as it stands in a note: one list item of its section. */
export interface Statement extends StatementMarks {
  /** The number of its first line, from 0. */
  readonly line: number;
  /** The number of the last line that it goes on in. */
  readonly last: number;
  /** Its first line as it stands in the note, without the line end. */
  readonly raw: string;
  /** Whether it is a row of a table, which is not written. */
  readonly isRow?: true;
  /** Its words, white space folded, with the lines it goes on in and without what is said of it at their ends. */
  readonly text: string;
}

/**
 * The names by which a note states its account, each as written, or null. Empty values (`account: ""`, `[[]]`) state
 * nothing.
 */
export interface StatedAccount {
  readonly frontMatter: string | null;
  /** The part of the tag after `account/`. */
  readonly tag: string | null;
  /** What the `**Account**: [[…]]` line links to. */
  readonly line: string | null;
  /** The folder of a customer that the note lies in, where the settings name the folder of all of them. */
  readonly folder: string | null;
  /** The notes that `frontMatter` and `line` lead to, as the links are written; null where they are no links. */
  readonly links: { readonly frontMatter: string | null; readonly line: string | null };
}

/**
 * What of a note was not understood though it was meant to be: its properties stand where nobody reads them, it has
 * another tag than ours, its letters are broken or in UTF-16, its day may be two, or its account is no name.
 */
export type MissedKind = 'properties' | 'tag' | 'wide' | 'letters' | 'day' | 'account';

/** Something that was not understood, with what is written there. */
export interface Missed {
  readonly kind: MissedKind;
  readonly written: string;
}

/** The transcript or mail that a note was made from. */
export interface SourceLink {
  /** The name of its file, without folder and `.md`. */
  readonly name: string;
  /** `name` folded so that spellings of one file meet; two notes with the same key come from the same source. */
  readonly key: string;
}

/** A number of tasks of each status. */
export type TaskCounts = Readonly<Record<TaskStatus | 'copies', number>>;

/** A note as it was read. Everything in it comes from one text. */
export interface Note {
  readonly path: string;
  /** The text it was read from: what an edit of one of its lines is made of. */
  readonly text: string;
  readonly kind: NoteKind;
  /** Its title in the front matter, else its first heading, else its file name. */
  readonly title: string;
  /** The day of the meeting. */
  readonly day: Day | null;
  readonly stated: StatedAccount;
  readonly aliases: readonly string[];
  readonly participants: readonly string[];
  /**
   * The mail domains that it gives: those of its participants' addresses, and what its front matter says at `mail`,
   * `email`, `domain`, `domains`, `website`.
   */
  readonly mailDomains: readonly string[];
  /** What an account page says of its account. */
  readonly standing: { readonly status: string | null; readonly industry: string | null };
  readonly source: SourceLink | null;
  readonly summary: string;
  readonly tasks: readonly Task[];
  /** How many of its tasks have each status, lines that are only copies of others (`#copy`) apart. */
  readonly counts: TaskCounts;
  readonly decisions: readonly Statement[];
  readonly facts: readonly Statement[];
  readonly damage: Damage | null;
  /** Why the note could not be read wholly, in one sentence, or null. */
  readonly problem: string | null;
  /** What of it was not understood. */
  readonly missed: readonly Missed[];
}

/** The name of a note's file, without folder and `.md`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** The name of a note's file as a title: without the id that an export of Notion puts behind it. */
export function fileTitle(path: string): string {
  return baseName(path).replace(/(.) [0-9a-f]{32}$/, '$1');
}

/** Whether a page of this file name stands for its folder. */
export function isFolderPageName(name: string): boolean {
  return /^(?:readme|index|_index)$/i.test(name);
}

/** The folder of a note: its path without the file, empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether a note's path lies in a folder of one of the names, at any depth; case and a number before it do not count. */
export function isInFolder(path: string, folders: readonly string[]): boolean {
  const names = path.split('/').slice(0, -1).map(folderName);
  return folders.some((folder) =>
    folder.includes('/') ? path.startsWith(`${folder}/`) : names.includes(folderName(folder)),
  );
}

/** The name of a folder without case, and without the number that sorts it: `99 Templates`. */
function folderName(name: string): string {
  return name.toLowerCase().replace(/^\d{1,4}[\s.)_-]{1,3}(?=.)/, '');
}
