import type { Menu, TFile, ViewStateResult } from 'obsidian';
import { internal, type Leaf } from '../internals';
import { ItemView } from './view';

/** A view of one file. */
export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  constructor(leaf: Leaf) {
    super(leaf);
  }

  getDisplayText(): string {
    return this.file ? this.file.basename : 'No file';
  }

  override onload(): void {
    this.registerEvent(
      this.app.vault.on('rename', (file) => {
        if (file === this.file) void this.onRename(this.file);
      }),
    );
    this.registerEvent(
      this.app.vault.on('delete', (file) => {
        if (file !== this.file) return;
        this.file = null;
        this.leaf.detach();
      }),
    );
  }

  override getState(): Record<string, unknown> {
    return { file: this.file?.path ?? null };
  }

  override async setState(state: unknown, _result: ViewStateResult): Promise<void> {
    const path = (state as { file?: unknown } | null)?.file;
    const file = typeof path === 'string' ? this.app.vault.getFileByPath(path) : null;
    if (file && file !== this.file) await this.loadFile(file);
  }

  /** Shows this file in place of the one that was shown. */
  async loadFile(file: TFile): Promise<void> {
    const old = this.file;
    if (old) await this.onUnloadFile(old);
    this.file = file;
    await this.onLoadFile(file);
  }

  async onLoadFile(_file: TFile): Promise<void> {
    /* For those who build on it. */
  }
  async onUnloadFile(_file: TFile): Promise<void> {
    /* For those who build on it. */
  }

  async onRename(_file: TFile): Promise<void> {
    this.leaf.updateHeader();
  }

  canAcceptExtension(extension: string): boolean {
    return internal(this.app).viewRegistry.getTypeByExtension(extension) === this.getViewType();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    if (this.file) this.app.workspace.trigger('file-menu', menu, this.file, source, this.leaf);
  }

  protected override async onClose(): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
  }
}

/** A file that can be changed. */
export abstract class EditableFileView extends FileView {}
