import { finish, inSteps, type Steps } from '../base/steps';
import { baseName, folderOf, type Note } from './note';

/** `Note (conflicted copy 2026-03-06)`, `Note (Ana's conflicted copy …)`: Dropbox, Nextcloud, Obsidian. */
const CONFLICTED = /^(.+?) ?\([^()]{0,100}\bconflicted copy\b[^()]{0,100}\)$/i;
/** `Note.sync-conflict-20260306-101010-ABCDEF1`: Syncthing. */
const SYNC_CONFLICT = /^(.+)\.sync-conflict-\d{8}-\d{6}-\w{1,20}$/i;

/** The name of the note that a note of this name is a conflict copy of, made by sync; null where it is none. */
export function conflictOriginal(name: string): string | null {
  return (CONFLICTED.exec(name) ?? SYNC_CONFLICT.exec(name))?.[1] ?? null;
}

/** What tells of which meeting a note is. */
export type MeetingNote = Pick<Note, 'kind' | 'path' | 'day' | 'source'>;

/** The notes of a meeting. */
export type Meeting<Of> = readonly [Of, ...Of[]];

/**
 * The meetings that notes tell of, each with its notes, in the order in which the first of each comes. Notes of one
 * source and one day are of one meeting (the pipeline ran again), and so are a note without a source and its conflict
 * copies.
 */
export function meetingsOf<Of extends MeetingNote>(notes: Iterable<Of>): readonly Meeting<Of>[] {
  return finish(gatherMeetings(notes));
}

/** `meetingsOf` in steps. */
export function* gatherMeetings<Of extends MeetingNote>(notes: Iterable<Of>): Steps<readonly Meeting<Of>[]> {
  const meetings = new Map<string, [Of, ...Of[]]>();
  yield* inSteps(notes, (note) => {
    if (note.kind !== 'meeting') return;
    const key = meetingKey(note);
    const known = meetings.get(key);
    if (known === undefined) meetings.set(key, [note]);
    else known.push(note);
  });
  return [...meetings.values()];
}

/** Notes of one meeting share it. */
export function meetingKey(note: MeetingNote): string {
  return `${note.day ?? ''}\n${originOf(note)}`;
}

function originOf({ path, source }: Pick<Note, 'path' | 'source'>): string {
  const name = baseName(path);
  return source === null ? `note:${folderOf(path)}/${conflictOriginal(name) ?? name}` : `source:${source.key}`;
}
