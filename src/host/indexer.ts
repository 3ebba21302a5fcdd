import { Component, TFile, type EventRef, type TAbstractFile, type Vault } from 'obsidian';
import { createStore, type Store, type WritableStore } from '../core/base/store';
import { changeNotes, changeNotesInSteps, EMPTY_GRAPH, type Graph } from '../core/graph/graph';
import { isRead } from '../core/graph/read-vault';
import type { Note } from '../core/note/note';
import { readingRules, readNote, readNoteInSteps, TOO_LARGE, tooLong, type ReadingRules } from '../core/note/read-note';
import { sameValue } from '../core/base/equal';
import type { Settings } from '../core/settings';
import { LONGEST_NOTE } from '../core/text/caps';
import type { Failure } from './failure';
import { inSlices, startPace, type Pace } from './pace';
import { words } from '../words/words';

/** How far the first reading is, in notes; null when nothing is left to read. */
export type Progress = { readonly read: number; readonly total: number } | null;

/** Notes that could not be read, by path, with the reason. What was known of them before is kept. */
export type Unread = ReadonlyMap<string, string>;

/** Events that come within this time, in milliseconds, are one change of the graph. */
const BATCH_MS = 20;
/** How many notes are asked for at once. */
const READ_AT_ONCE = 16;
/** Longer notes, in UTF-16 units, take longer to read than the screen may be held: they are read in slices. */
const LONG_NOTE = 100_000;

/**
 * Follows the vault and keeps the graph. It reads text and line numbers from one string, and nothing else.
 * Both doors lead to the same place: an event of the vault, and `take`, by which the writer hands in the text that it
 * wrote.
 */
export class Indexer extends Component {
  readonly graph: Store<Graph>;
  readonly progress: Store<Progress>;
  readonly unread: Store<Unread>;
  private readonly graphStore: WritableStore<Graph>;
  private readonly progressStore: WritableStore<Progress>;
  private readonly unreadStore: WritableStore<Unread>;
  /** Paths that wait to be read, in the order they came. */
  private readonly waiting = new Set<string>();
  /** Grows whenever something newer is known of a path, so that a reading that was under way meanwhile is dropped. */
  private readonly versions = new Map<string, number>();
  /** The texts of long notes that were handed in and wait to be read. */
  private readonly taken = new Map<string, string>();
  private rules: ReadingRules;
  private timer: number | null = null;
  private draining = false;
  private excluded: readonly string[] = [];

  constructor(
    private readonly vault: Vault,
    private readonly settings: Store<Settings>,
    private readonly failure: Failure,
  ) {
    super();
    const onError = (error: unknown): void => failure.report(words.failures.update.view, error);
    this.graphStore = createStore(EMPTY_GRAPH, { onError });
    this.progressStore = createStore<Progress>(null, { equal: sameValue, onError });
    this.unreadStore = createStore<Unread>(new Map(), { onError });
    this.graph = this.graphStore;
    this.progress = this.progressStore;
    this.unread = this.unreadStore;
    this.rules = readingRules(settings.get());
  }

  /**
   * Starts to follow the vault and reads it. To be loaded after the layout is ready: before, each file fires a `create`
   * of its own.
   */
  override onload(): void {
    const follow = (ref: EventRef): void => this.registerEvent(ref);
    follow(this.vault.on('create', (file) => this.changed(file)));
    follow(this.vault.on('modify', (file) => this.changed(file)));
    follow(this.vault.on('delete', (file) => this.gone(file, file.path)));
    follow(
      this.vault.on('rename', (file, oldPath) => {
        this.gone(file, oldPath);
        this.changed(file);
      }),
    );
    this.register(
      this.settings.subscribe((settings) => {
        const rules = readingRules(settings);
        // Only some of the settings decide what is read and how.
        if (sameValue(asPlain(rules), asPlain(this.rules)) && sameValue(settings.excludedFolders, this.excluded))
          return;
        this.rebuild();
      }),
    );
    this.register(() => {
      if (this.timer !== null) window.clearTimeout(this.timer);
      this.waiting.clear();
      this.versions.clear();
      this.taken.clear();
    });
    this.rebuild();
  }

  /** Reads every note again, and forgets those that are not read any more. */
  rebuild(): void {
    this.excluded = this.settings.get().excludedFolders;
    this.rules = readingRules(this.settings.get());
    const files = this.vault.getMarkdownFiles().filter((file) => isRead(file.path, this.settings.get()));
    const paths = new Set(files.map((file) => file.path));
    for (const path of [...this.graph.get().notes.keys(), ...this.unread.get().keys()]) {
      if (!paths.has(path)) this.wait(path);
    }
    paths.forEach((path) => this.wait(path));
    if (paths.size > 0) this.progressStore.set({ read: 0, total: paths.size });
  }

  /**
   * Takes the text of a note that was just written; the event that follows finds nothing new. A long one is read a
   * moment later, in slices.
   */
  take(path: string, text: string): void {
    if (!isRead(path, this.settings.get())) return;
    if (text.length > LONG_NOTE) {
      this.taken.set(path, text);
      this.wait(path);
      return;
    }
    this.outdate(path);
    this.graphStore.set(changeNotes(this.graph.get(), new Map([[path, this.read(path, text)]])));
  }

  private changed(file: TAbstractFile): void {
    if (file instanceof TFile) {
      if (isRead(file.path, this.settings.get())) this.wait(file.path);
      return;
    }
    // A folder's notes fire events of their own when it is renamed; they are looked for here, too, in case some do not.
    for (const note of this.vault.getMarkdownFiles()) {
      if (note.path.startsWith(`${file.path}/`) && isRead(note.path, this.settings.get())) this.wait(note.path);
    }
  }

  /** A file or a folder is not at this path any more. */
  private gone(file: TAbstractFile, path: string): void {
    if (file instanceof TFile) {
      this.wait(path);
      return;
    }
    for (const known of this.graph.get().notes.keys()) {
      if (known.startsWith(`${path}/`)) this.wait(known);
    }
  }

  private wait(path: string): void {
    this.outdate(path);
    this.waiting.add(path);
    this.drainSoon();
  }

  private drainSoon(): void {
    if (this.timer !== null || this.draining) return;
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.failure.guard(words.failures.readNotes, () => this.drain());
    }, BATCH_MS);
  }

  private outdate(path: string): void {
    this.versions.set(path, (this.versions.get(path) ?? 0) + 1);
  }

  /** Reads all that waits, in slices, and changes the graph once. */
  private async drain(): Promise<void> {
    this.draining = true;
    try {
      const found = new Map<string, Found>();
      const unread = new Map(this.unread.get());
      const pace = startPace();
      while (this.waiting.size > 0) {
        const readings = await Promise.all(firstOf(this.waiting, READ_AT_ONCE).map((path) => this.fetch(path)));
        for (const { path, version, text, error } of readings) {
          // Something newer came while this was read: it waits again, or was taken.
          if (version !== this.versions.get(path)) continue;
          try {
            const why = error ?? (text === null ? null : tooLong(text));
            const note = why !== null || text === null ? null : await this.readInSlices(path, text, pace);
            if (version !== this.versions.get(path)) continue;
            this.waiting.delete(path);
            unread.delete(path);
            if (why !== null) unread.set(path, why);
            // What cannot be read now stays as it was known; what is too long is not known any more.
            if (error === null || error === TOO_LARGE) found.set(path, { version, note });
          } catch (failed) {
            // One note that cannot be understood must not keep the others from being read.
            this.waiting.delete(path);
            unread.set(path, messageOf(failed));
          }
          if (pace.isDue()) await pace.rest();
        }
        this.tellProgress();
      }
      await this.change(found, pace);
      if (!sameValue([...unread], [...this.unread.get()])) this.unreadStore.set(unread);
      this.progressStore.set(null);
    } finally {
      this.draining = false;
      // Whoever was told of the new graph may have asked for more.
      if (this.waiting.size > 0) this.drainSoon();
    }
  }

  /** Changes the graph by what was read, in slices; begins again where the writer changed the graph meanwhile. */
  private async change(found: ReadonlyMap<string, Found>, pace: Pace): Promise<void> {
    for (;;) {
      const base = this.graph.get();
      const current = [...found].filter(([path, { version }]) => version === this.versions.get(path));
      const steps = changeNotesInSteps(base, new Map(current.map(([path, { note }]) => [path, note])));
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) {
        if (pace.isDue()) await pace.rest();
      }
      if (this.graph.get() !== base) continue;
      for (const [path] of current) this.versions.delete(path);
      this.graphStore.set(step.value);
      return;
    }
  }

  private async fetch(path: string): Promise<{
    readonly path: string;
    readonly version: number;
    readonly text: string | null;
    readonly error: string | null;
  }> {
    const version = this.versions.get(path)!;
    const taken = this.taken.get(path);
    this.taken.delete(path);
    const file = this.vault.getFileByPath(path);
    if (file === null || !isRead(path, this.settings.get())) return { path, version, text: null, error: null };
    if (taken !== undefined) return { path, version, text: taken, error: null };
    // Of no more bytes than three times its length: what is certainly too long is not even fetched.
    if (file.stat.size > 3 * LONGEST_NOTE) return { path, version, text: null, error: TOO_LARGE };
    try {
      return { path, version, text: await this.vault.cachedRead(file), error: null };
    } catch (error) {
      // A note that went away meanwhile is no failure.
      if (this.vault.getFileByPath(path) === null) return { path, version, text: null, error: null };
      return { path, version, text: null, error: messageOf(error) };
    }
  }

  private read(path: string, text: string): Note {
    return readNote(path, text, this.rules);
  }

  private async readInSlices(path: string, text: string, pace: Pace): Promise<Note> {
    if (text.length <= LONG_NOTE) return this.read(path, text);
    return (await inSlices(readNoteInSteps(path, text, this.rules), () => false, pace))!;
  }

  private tellProgress(): void {
    const progress = this.progress.get();
    if (progress !== null)
      this.progressStore.set({ read: Math.max(0, progress.total - this.waiting.size), total: progress.total });
  }
}

function firstOf(paths: Iterable<string>, count: number): readonly string[] {
  const first: string[] = [];
  for (const path of paths) {
    if (first.push(path) === count) break;
  }
  return first;
}

function asPlain({ symbols, words, ...rules }: ReadingRules): unknown {
  return { ...rules, symbols: [...symbols], words: [...(words ?? [])] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What was read of a path, and which of its versions that was. */
interface Found {
  readonly version: number;
  readonly note: Note | null;
}
