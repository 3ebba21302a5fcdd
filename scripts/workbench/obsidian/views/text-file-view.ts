import type { TFile } from 'obsidian';
import { EditableFileView } from './file-view';
import { asEdited, mergeTexts } from '../editor/merge-text';
import { Notice } from '../overlays/notice';
import { debounce } from '../base/text';
import type { Leaf } from '../internals';

const SAVE_DELAY_MS = 2000;

/** A view of a text file that saves two seconds after a change, and takes in what others write meanwhile. */
export abstract class TextFileView extends EditableFileView {
  data = '';
  /** Whether there is typing that is not saved. */
  dirty = false;
  readonly requestSave: () => void;
  private saved = '';
  /** Whether the file has other line ends, or a byte order mark, than what is saved from here. */
  private isForeign = false;
  private readonly saveLater;

  constructor(leaf: Leaf) {
    super(leaf);
    this.saveLater = debounce(() => {
      void this.save();
    }, SAVE_DELAY_MS);
    this.requestSave = () => {
      this.dirty = true;
      this.saveLater();
    };
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.vault.on('modify', (file) => {
        if (file === this.file) void this.takeIn(this.file);
      }),
    );
  }

  override async onLoadFile(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    if (this.file !== file) return;
    this.saved = asEdited(text);
    this.isForeign = this.saved !== text;
    this.data = this.saved;
    this.dirty = false;
    this.setViewData(this.saved, true);
  }

  override async onUnloadFile(_file: TFile): Promise<void> {
    await this.saveAsShown(true);
  }

  /** Saves what is shown where the file differs from it, be it by its line ends alone. */
  protected saveAsShown(clear = false): Promise<void> {
    if (this.isForeign) this.dirty = true;
    return this.save(clear);
  }

  async save(clear = false): Promise<void> {
    const { file } = this;
    this.saveLater.cancel();
    if (file && this.dirty) {
      const text = this.getViewData();
      const before = this.saved;
      this.data = text;
      this.dirty = false;
      if (text !== before || this.isForeign) {
        this.saved = text;
        this.isForeign = false;
        try {
          await this.app.vault.modify(file, text);
        } catch (error) {
          this.saved = before;
          this.dirty = true;
          new Notice(`Failed to save "${file.path}": ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    }
    if (clear) this.clear();
  }

  /** The file changed on disk: shows it, together with typing that is not saved where both can be kept. */
  private async takeIn(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    const theirs = asEdited(text);
    if (this.file !== file) return;
    this.isForeign = theirs !== text;
    if (theirs === this.saved) return;
    const ours = this.getViewData();
    const merged = this.dirty ? (mergeTexts(this.saved, ours, theirs) ?? ours) : theirs;
    this.saved = theirs;
    this.data = merged;
    if (merged !== ours) this.setViewData(merged, false);
  }
}
