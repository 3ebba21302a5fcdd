import {
  Component,
  MarkdownView,
  normalizePath,
  type Editor,
  type MarkdownFileInfo,
  type TAbstractFile,
  type TFile,
  type App,
} from 'obsidian';
import { oneByOne } from '../core/base/one-by-one';
import { fail, succeed, type Result } from '../core/base/result';
import { applyEdits, type Applied, type Outcome } from '../core/change/apply';
import { stays, type Edit } from '../core/change/edit';
import type { FileEffect } from '../core/change/journal';
import { baseName, folderOf } from '../core/note/note';
import { LONGEST_NOTE } from '../core/text/caps';
import { asEdited } from '../core/text/lines';
import { isBlankAt } from '../core/text/space';
import type { Failure } from './failure';
import { change, takeBack } from './editor-text';
import { words } from '../words/words';

/** What became of each edit to a note, in their order; or why the note was not written at all, in a sentence. */
export type Written = Result<readonly Outcome[]>;

/**
 * An editor that changed within this time, in milliseconds, is being typed in. Obsidian saves typing after two seconds.
 */
const TYPING_MS = 3000;

/**
 * An editor that changes within this time after its file, in milliseconds, takes in what came from outside: that is no
 * typing.
 */
const TAKING_IN_MS = 100;

/** Where the text of a note is to be written: in the editor that shows it, else in its file. */
type Door =
  | {
      readonly kind: 'editor';
      readonly view: MarkdownView;
      readonly file: TFile;
      /** The same text as in the file. */ readonly saved: boolean;
    }
  | { readonly kind: 'file'; readonly file: TFile };

/**
 * The only writer of notes. All edits to one note go in one write: one transaction of the editor that shows it, so that
 * the cursor, unsaved typing and Ctrl+Z survive; otherwise one `vault.process`. Where it is not certain that nothing is
 * lost, it refuses.
 */
export class Writer extends Component {
  /** When each editor last changed, and what it edits; `file` is the one that it had then. */
  private readonly typed = new Map<
    Editor,
    { readonly info: MarkdownView | MarkdownFileInfo; readonly file: TFile | null; readonly at: number }
  >();
  /** When each file was last saved or changed from outside, as far as Obsidian knows. */
  private readonly modified = new WeakMap<TAbstractFile, number>();
  /** When each Markdown view last became the active one. */
  private readonly activated = new WeakMap<MarkdownView, number>();
  private readonly inTurn = oneByOne();

  constructor(
    private readonly app: App,
    /** Takes the text that was written, by the same door as an event of the vault. */
    private readonly onWritten: (path: string, text: string) => void,
    private readonly failure: Failure,
  ) {
    super();
  }

  override onload(): void {
    const { vault, workspace } = this.app;
    this.registerEvent(workspace.on('editor-change', (editor, info) => this.noticeTyping(editor, info)));
    this.registerEvent(
      workspace.on('active-leaf-change', (leaf) => {
        if (leaf?.view instanceof MarkdownView) this.activated.set(leaf.view, performance.now());
      }),
    );
    this.registerEvent(vault.on('modify', (file) => void this.modified.set(file, performance.now())));
    this.register(() => this.typed.clear());
  }

  /** Whether a note is not in the vault any more. */
  isGone(path: string): boolean {
    return this.app.vault.getFileByPath(path) === null;
  }

  /** The text that edits would be written into now, or why none can be, in a sentence. */
  look(path: string): Promise<Result<string>> {
    return this.through(path, async (door) => {
      const text = door.kind === 'editor' ? door.view.editor.getValue() : await this.app.vault.read(door.file);
      const fault = faultOf(text);
      return fault === null ? succeed(text) : refuse(path, fault);
    });
  }

  /**
   * Writes edits to one note. `led`: the groups whose best line was written before; copies of others are refused. Writes
   * come one after another, in the order they were asked for.
   */
  write(path: string, edits: readonly Edit[], led: ReadonlySet<number> = new Set()): Promise<Written> {
    return this.inTurn(() =>
      this.through(path, (door) => {
        const apply = (text: string): Applied => applyEdits(text, edits, led);
        if (door.kind === 'editor') return this.writeEditor(door, apply);
        return edits.every(stays) ? this.lookAt(door.file, apply) : this.writeFile(door.file, apply);
      }),
    );
  }

  /** The path that a new note gets: as Obsidian writes paths, with composed letters. */
  newPath(path: string): string {
    return normalizePath(path);
  }

  /** The highest of the folders above a path that are not there yet; undefined where all are. */
  newFolder(path: string): string | undefined {
    let highest: string | undefined;
    for (
      let folder = folderOf(path);
      folder !== '' && this.app.vault.getAbstractFileByPath(folder) === null;
      folder = folderOf(folder)
    )
      highest = folder;
    return highest;
  }

  /** Why a note as a whole cannot be made or go to the trash now, a sentence; null where it can. */
  async reasonAgainst(path: string, effect: FileEffect): Promise<string | null> {
    try {
      return await this.findReasonAgainst(path, effect);
    } catch (error) {
      return notWritten(path, error);
    }
  }

  private async findReasonAgainst(path: string, { kind, text }: FileEffect): Promise<string | null> {
    const { vault } = this.app;
    const name = baseName(path);
    if (kind === 'create') {
      // Another program may have written the same name with decomposed letters.
      const isTaken =
        vault.getAllLoadedFiles().some((file) => normalizePath(file.path) === path) ||
        (await vault.adapter.exists(path));
      return isTaken ? words.refusals.note.exists(name, path) : null;
    }
    const file = vault.getFileByPath(path);
    if (file === null) return words.refusals.note.notTrashed(name, words.refusals.note.gone);
    const saved = await vault.read(file);
    const views = this.viewsOf(file);
    if (this.isTypedElsewhere(file, views, asEdited(saved)))
      return words.refusals.note.notTrashed(name, words.refusals.note.elsewhere);
    const isChanged = saved !== text || views.some(({ editor }) => editor.getValue() !== asEdited(text));
    return isChanged ? words.refusals.note.notTrashed(name, words.refusals.note.changedSince) : null;
  }

  /**
   * Makes a note, with the folders above it, or moves one to the trash, with the folders that came with it where they
   * are empty. It never overwrites, and never takes away what somebody wrote.
   */
  writeWhole(path: string, effect: FileEffect): Promise<Written> {
    return this.inTurn(async (): Promise<Written> => {
      try {
        const reason = await this.reasonAgainst(path, effect);
        if (reason !== null) return fail(reason);
        const { vault, fileManager } = this.app;
        if (effect.kind === 'trash') {
          await fileManager.trashFile(vault.getFileByPath(path)!);
          if (effect.folder !== undefined) await this.clearFolders(folderOf(path), effect.folder);
        } else {
          const folder = folderOf(path);
          if (folder !== '' && vault.getFolderByPath(folder) === null) await vault.createFolder(folder);
          const file = await vault.create(path, effect.text);
          this.tell(file.path, effect.text);
        }
        return succeed([]);
      } catch (error) {
        return fail(notWritten(path, error));
      }
    });
  }

  /**
   * Moves a folder and those above it, up to the highest, to the trash as far as they are empty. One that stays is no
   * fault of the write.
   */
  private async clearFolders(lowest: string, highest: string): Promise<void> {
    const { vault, fileManager } = this.app;
    try {
      for (let path = lowest; path === highest || path.startsWith(`${highest}/`); path = folderOf(path)) {
        const folder = vault.getFolderByPath(path);
        const { files, folders } = await vault.adapter.list(path);
        if (folder === null || files.length + folders.length > 0) return;
        await fileManager.trashFile(folder);
      }
    } catch (error) {
      this.failure.report(words.failures.emptyFolder, error);
    }
  }

  /**
   * Finds the door to a note and goes through it at once: it is the right one only until somebody types, saves or opens
   * another tab.
   */
  private async through<T>(path: string, act: (door: Door) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      const file = this.app.vault.getFileByPath(path);
      if (file !== null && file.stat.size > LONGEST_NOTE) return refuse(path, TOO_LARGE);
      const saved = file !== null && this.viewsOf(file).length > 0 ? asEdited(await this.app.vault.read(file)) : null;
      const door = this.doorOf(path, saved);
      return door.ok ? await act(door.value) : door;
    } catch (error) {
      return fail(notWritten(path, error));
    }
  }

  private async writeEditor(
    { view, file, saved }: Door & { readonly kind: 'editor' },
    apply: (text: string) => Applied,
  ): Promise<Written> {
    const { editor } = view;
    const before = editor.getValue();
    const fault = faultOf(before);
    if (fault !== null) return refuse(file.path, fault);
    const { changes, outcomes } = apply(before);
    if (changes.length === 0) return succeed(outcomes);
    change(editor, changes);
    this.tell(file.path, editor.getValue());
    // Obsidian saves it together with the typing, and merges what comes from outside until then.
    if (!saved) return succeed(outcomes);
    const error = await this.save(view, file, before);
    if (error === null) return succeed(outcomes);
    takeBack(editor, before, outcomes);
    this.tell(file.path, editor.getValue());
    return fail(notWritten(file.path, error));
  }

  /** Saves a view whose file held `before`; what comes back is why its file still does. */
  private async save(view: MarkdownView, file: TFile, before: string): Promise<unknown> {
    try {
      await view.save();
      return asEdited(await this.app.vault.read(file)) === before ? new Error(words.refusals.note.notSaved) : null;
    } catch (error) {
      return error;
    }
  }

  /** What becomes of edits that leave the note as it is. */
  private async lookAt(file: TFile, apply: (text: string) => Applied): Promise<Written> {
    return succeed(apply(await this.app.vault.read(file)).outcomes);
  }

  private async writeFile(file: TFile, apply: (text: string) => Applied): Promise<Written> {
    let outcomes: readonly Outcome[] = [];
    const text = await this.app.vault.process(file, (before) => {
      const fault = faultOf(before);
      // Whatever is given back may be written.
      if (fault !== null) throw new Error(fault);
      const applied = apply(before);
      outcomes = applied.outcomes;
      return applied.text;
    });
    if (outcomes.some(({ ok }) => ok)) this.tell(file.path, text);
    return succeed(outcomes);
  }

  private tell(path: string, text: string): void {
    this.failure.guard(words.failures.readAgain, () => this.onWritten(path, text));
  }

  /** The door to a note whose file was just read as `saved`, if a view shows it. */
  private doorOf(path: string, saved: string | null): Result<Door> {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) return refuse(path, words.refusals.note.gone);
    const views = this.editorsOf(file);
    if (this.isTypedElsewhere(file, views, saved)) return refuse(path, words.refusals.note.elsewhere);
    if (views.length === 0) return succeed({ kind: 'file', file });
    const unsaved = views.filter(({ editor }) => editor.getValue() !== saved);
    if (unsaved.some(({ editor }) => editor.getValue() !== unsaved[0]!.editor.getValue())) {
      return refuse(path, words.refusals.note.twice);
    }
    // Other panes show what is typed in one of them; saved from there, it would be merged with itself.
    const typed = unsaved.filter(({ editor }) => this.isTypedSinceSaved(editor, file));
    // Nobody typed since it was saved, so the file is newer than the editor; what is saved from there would overwrite
    // it.
    if (unsaved.length > 0 && typed.length === 0) {
      return refuse(path, words.refusals.note.behind);
    }
    const latest = (view: MarkdownView): number =>
      unsaved.length > 0 ? this.typed.get(view.editor)!.at : (this.activated.get(view) ?? 0);
    const [view] = (unsaved.length > 0 ? typed : views).sort((a, b) => latest(b) - latest(a));
    return succeed({ kind: 'editor', view: view!, file, saved: unsaved.length === 0 });
  }

  /** The loaded Markdown views that show a note. */
  private viewsOf(file: TFile): MarkdownView[] {
    const views: MarkdownView[] = [];
    this.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && view.file === file) views.push(view);
    });
    return views;
  }

  /** Those of them that are in source mode, Live Preview included. */
  private editorsOf(file: TFile): MarkdownView[] {
    return this.viewsOf(file).filter((view) => view.getMode() === 'source');
  }

  private noticeTyping(editor: Editor, info: MarkdownView | MarkdownFileInfo): void {
    for (const other of this.typed.keys()) {
      if (!this.isTyped(other)) this.typed.delete(other);
    }
    if (info instanceof MarkdownView && this.isMirror(info)) return;
    // The cell of a table has an editor of its own in that of the note, which takes in what is typed there.
    const typedIn = info instanceof MarkdownView ? info.editor : editor;
    this.typed.set(typedIn, { info, file: info.file, at: performance.now() });
  }

  /** Whether a view that changed only shows what was typed in another pane of its note: that one has the typing. */
  private isMirror({ editor, file }: MarkdownView): boolean {
    if (file === null || editor.hasFocus()) return false;
    return this.viewsOf(file).some(
      (other) =>
        other.editor !== editor &&
        (this.isTyped(other.editor) || other.editor.hasFocus()) &&
        other.editor.getValue() === editor.getValue(),
    );
  }

  private isTyped(editor: Editor): boolean {
    const typed = this.typed.get(editor);
    return typed !== undefined && performance.now() - typed.at <= TYPING_MS;
  }

  private isTypedSinceSaved(editor: Editor, file: TFile): boolean {
    const typed = this.typed.get(editor);
    // A tab that turns to another note shows the one before for a moment.
    return (
      typed?.file === file && this.isTyped(editor) && typed.at > (this.modified.get(file) ?? -Infinity) + TAKING_IN_MS
    );
  }

  /**
   * Whether a note is typed in where its text cannot be seen: in no tab, or in one that shows its reading view now and
   * has not saved it. A view that was closed saved it.
   */
  private isTypedElsewhere(file: TFile, seen: readonly MarkdownView[], saved: string | null): boolean {
    const open = this.viewsOf(file);
    return [...this.typed].some(
      ([editor, { info, file: typed }]) =>
        typed === file &&
        info.file === file &&
        this.isTyped(editor) &&
        !seen.some((view) => view.editor === editor) &&
        (!(info instanceof MarkdownView) ||
          ((open.includes(info) || info.containerEl.isConnected) && editor.getValue() !== saved)),
    );
  }
}

/** To find lines in a longer note would hold the screen for seconds. */
const TOO_LARGE = words.refusals.note.tooLarge(LONGEST_NOTE / 1_000_000);

/** Why no text may be written in place of this one, or null. Bytes that are no UTF-8 were read as U+FFFD, and would go. */
function faultOf(text: string): string | null {
  if (text.length > LONGEST_NOTE) return TOO_LARGE;
  return text.includes('\ufffd') ? words.refusals.note.unreadable : null;
}

function refuse(path: string, why: string): Result<never> {
  return fail(words.refusals.note.notWritten(baseName(path), why));
}

function notWritten(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return words.refusals.note.failed(baseName(path), withoutStop(reason));
}

/** A sentence without its full stops and the white space at its end. */
function withoutStop(sentence: string): string {
  let end = sentence.length;
  while (end > 0 && (sentence[end - 1] === '.' || isBlankAt(sentence, end - 1))) end--;
  return sentence.slice(0, end);
}
