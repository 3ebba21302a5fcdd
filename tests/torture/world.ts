import type { RandomSource } from '../../scripts/bench/random-source';
import type { JournalStore } from '../../src/host/journal-store';
import { MarkdownView } from '../../scripts/workbench/obsidian/views/markdown-view';
import { startHost, type HostParts } from '../host/host-parts';
import type { VirtualTime } from '../host/virtual-time';
import { alignLines, mergeLines } from './merge-lines';
import { createNotePool, type NotePool } from './note-pool';
import { asEdited, textOf, type NoteText } from './note-text';

/** A note of the vault as the model knows it. */
export interface ModelNote {
  path: string;
  /** The path it had before, as a list that was not drawn again may still say. */
  formerPath: string;
  disk: NoteText;
  /** What it held in its file or an editor, newest last. */
  readonly history: NoteText[];
}

/** What stands in an open editor. */
export interface Buffer {
  readonly note: ModelNote;
  text: NoteText;
  /**
   * Whether it was typed in since its file was last written, as far as the app knows: what was typed and taken back is
   * saved without a sign.
   */
  dirty: boolean;
  /**
   * Whether it did not hold what its file holds, or not for sure, when it was last looked at: it is merged with that
   * before long.
   */
  merging: boolean;
  /** What stood there before, newest last: Ctrl+Z may bring it back. */
  readonly before: NoteText[];
}

/** A byte that nobody asked for. */
export class WrongByte extends Error {}

const NOTES = 24;
const KEPT_TEXTS = 40;
const MOST_LEFT = 8;

/**
 * The app, the plugin's reading and writing parts, and beside them the model: what each file and each editor has to
 * hold.
 */
export class World {
  host: HostParts;
  readonly pool: NotePool;
  readonly notes: ModelNote[] = [];
  readonly buffers = new Map<MarkdownView, Buffer>();
  /** When each note was last typed in where the plugin cannot see it. */
  readonly typedElsewhere = new Map<ModelNote, number>();
  /** By how many milliseconds events of changes from outside come late. */
  lateBy = 0;
  /**
   * Called before and after each step of the journal: it may change the world, or never come back, as when the app is
   * closed.
   */
  atJournal: (when: 'before' | 'after') => Promise<void> = () => Promise.resolve();
  /** The editors that were closed last, or show another note now: they were saved then. */
  private readonly left: Buffer[] = [];
  private readonly database = crypto.randomUUID();

  constructor(
    readonly random: RandomSource,
    readonly time: VirtualTime,
  ) {
    this.pool = createNotePool(random);
    for (let count = 0; count < NOTES; count++) this.addNote();
    this.host = this.startApp(new Map(this.notes.map(({ path, disk }) => [path, textOf(disk)])));
  }

  /** A note, by itself with a new path and text, in the model alone. */
  addNote(
    path = `${this.random.pick(['Alpha', 'Beta', 'Beta/Old'])}/Note ${this.pool.newId()}.md`,
    disk = this.pool.note(),
  ): ModelNote {
    const note: ModelNote = { path, formerPath: path, disk, history: [disk] };
    this.notes.push(note);
    return note;
  }

  pickNote(): ModelNote {
    return this.random.pick(this.notes);
  }

  /** The text of a note's file, as it is. */
  fileText({ path }: ModelNote): string | null {
    return this.fileAt(path);
  }

  fileAt(path: string): string | null {
    return this.host.app.doors.outside.read(path);
  }

  /** The open editors of a note, those that show its reading view too. */
  viewsOf(note: ModelNote): readonly MarkdownView[] {
    return this.views().filter((view) => view.file?.path === note.path);
  }

  views(): readonly MarkdownView[] {
    const views: MarkdownView[] = [];
    this.host.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && view.file !== null) views.push(view);
    });
    return views;
  }

  /** Changes a note from outside. */
  writeOutside(note: ModelNote, disk: NoteText): void {
    note.disk = disk;
    this.remember(note, disk);
    this.host.app.doors.outside.write(note.path, textOf(disk));
  }

  /** Another text stands in an editor now. */
  hold(view: MarkdownView, text: NoteText): void {
    const buffer = this.buffers.get(view)!;
    buffer.before.push(buffer.text);
    if (buffer.before.length > KEPT_TEXTS) buffer.before.shift();
    buffer.text = text;
    this.remember(buffer.note, text);
  }

  remember(note: ModelNote, text: NoteText): void {
    note.history.push(text);
    if (note.history.length > KEPT_TEXTS) note.history.shift();
  }

  /** Lets time go by. */
  async pass(ms: number): Promise<void> {
    let left = ms;
    do {
      await this.time.advance(Math.min(left, 400));
      this.follow();
      left -= 400;
    } while (left > 0);
  }

  /**
   * Takes into the model what the app itself does: it saves editors, shows files, merges both. Anything else is a wrong
   * byte, but in an editor where Ctrl+Z was pressed: what its history makes of typing and merging is its own.
   */
  follow(undone: MarkdownView | null = null): void {
    this.followEditors(undone);
    this.followFiles();
    this.followEditors(undone);
    for (const [view, buffer] of this.buffers)
      buffer.merging = view.dirty || textOf(buffer.text) !== textOf(asEdited(buffer.note.disk));
  }

  /** Ends the app, with all that was not stored, and starts it again. */
  async restart(): Promise<void> {
    const { host, time } = this;
    host.app.doors.faults.write(() => new Error('The app is closed.'));
    host.app.doors.faults.read(() => new Error('The app is closed.'));
    host.journal.close();
    time.forgetTimers();
    await time.idle();
    // Its window goes with all that hangs on it: nothing is saved.
    host.app.workspace.iterateAllLeaves(({ view }) => view.unload());
    this.buffers.clear();
    this.left.length = 0;
    this.typedElsewhere.clear();
    this.lateBy = 0;
    this.host = this.startApp(new Map(this.notes.map((note) => [note.path, this.fileText(note)!])));
    await this.host.journal.open();
    await this.pass(200);
    // It waits for what was begun before.
    await this.host.actions.undo('none');
  }

  private startApp(files: ReadonlyMap<string, string>): HostParts {
    const between = (journal: JournalStore): JournalStore => ({
      ...journal,
      add: (entry) => this.aroundJournal(() => journal.add(entry)),
      update: (id, change) => this.aroundJournal(() => journal.update(id, change)),
    });
    const host = startHost({ files: Object.fromEntries(files), database: this.database, between });
    const { vault } = host.app;
    const trigger = vault.trigger.bind(vault);
    vault.trigger = (name, ...data) => {
      if (this.lateBy === 0) trigger(name, ...data);
      else window.setTimeout(() => trigger(name, ...data), this.lateBy);
    };
    vault.on('modify', (file) =>
      this.buffers.forEach((buffer, view) => {
        if (view.file === file) buffer.dirty = false;
      }),
    );
    return host;
  }

  private async aroundJournal(step: () => Promise<void>): Promise<void> {
    await this.atJournal('before');
    await step();
    await this.atJournal('after');
  }

  private followFiles(): void {
    for (const note of this.notes) {
      const actual = this.fileText(note);
      if (actual === textOf(note.disk)) continue;
      const saved = [...this.buffers.values(), ...this.left].find(
        (buffer) => buffer.note === note && textOf(buffer.text) === actual,
      )?.text;
      if (saved === undefined)
        throw new WrongByte(
          `the file of “${note.path}” holds what nobody wrote:\n${JSON.stringify(actual)}\ninstead of\n${JSON.stringify(textOf(note.disk))}`,
        );
      note.disk = saved;
      this.remember(note, saved);
    }
  }

  private followEditors(undone: MarkdownView | null): void {
    const views = this.views();
    for (const [view, buffer] of this.buffers) {
      if (views.includes(view) && view.file!.path === buffer.note.path) continue;
      this.buffers.delete(view);
      this.left.push(buffer);
    }
    this.left.splice(0, this.left.length - MOST_LEFT);
    for (const view of views) {
      const note = this.notes.find(({ path }) => path === view.file!.path);
      if (note === undefined) continue;
      const actual = view.editor.getValue();
      const buffer = this.buffers.get(view);
      if (buffer !== undefined) {
        buffer.dirty ||= view.dirty;
        if (actual === textOf(buffer.text)) continue;
        this.hold(view, this.explain(buffer, actual, view === undone));
      } else {
        const fresh: Buffer = { note, text: asEdited(note.disk), dirty: view.dirty, merging: true, before: [] };
        this.buffers.set(view, { ...fresh, text: this.explain(fresh, actual, false) });
      }
    }
  }

  /** Which text, with the identity of its lines, an editor holds now. */
  private explain({ note, text, before }: Buffer, actual: string, undone: boolean): NoteText {
    const written = [
      note.disk,
      ...[...this.buffers.values(), ...this.left].flatMap((buffer) => (buffer.note === note ? [buffer.text] : [])),
    ].map(asEdited);
    const newest = [...note.history].reverse().map(asEdited);
    const is = (held: NoteText | null): held is NoteText => held !== null && textOf(held) === actual;
    const found =
      [...written, ...[...before].reverse()].find(is) ??
      newest.flatMap((base) => written.map((theirs) => mergeLines(base, text, theirs))).find(is) ??
      newest.find(is);
    if (found !== undefined) return found;
    // Several merges in a moment make what no text before was: they are the app's own, where unsaved typing met other
    // changes.
    if (undone || [...this.buffers.values(), ...this.left].some((buffer) => buffer.note === note && buffer.merging))
      return alignLines(text, actual, this.pool.newId);
    throw new WrongByte(
      `an editor of “${note.path}” holds what nobody wrote:\n${JSON.stringify(actual)}\ninstead of\n${JSON.stringify(textOf(text))}`,
    );
  }
}
