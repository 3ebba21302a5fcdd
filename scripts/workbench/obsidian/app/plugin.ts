import type { Extension } from '@codemirror/state';
import type * as obsidian from 'obsidian';
import type { App } from './app';
import { Component } from '../base/component';
import type { EditorSuggest } from '../editor/editor-suggest';
import type { CodeBlockHandler } from '../internals';

/** What a plugin extends. Whatever it adds to the app goes again when it is unloaded. */
export abstract class Plugin extends Component implements obsidian.Plugin {
  app: obsidian.App;
  manifest: obsidian.PluginManifest;
  settings?: unknown;
  #saved: string | null = null;

  constructor(app: obsidian.App, manifest: obsidian.PluginManifest) {
    super();
    this.app = app;
    this.manifest = manifest;
  }

  override load(): void | Promise<void> {
    this.registerEvent(this.#host.vault.on('raw', (path) => this.#onRaw(path)));
    return super.load();
  }

  onUserEnable(): void {}

  onExternalSettingsChange?(): unknown;

  addRibbonIcon(icon: obsidian.IconName, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.#host.workspace.leftRibbon.addAction(`${this.manifest.id}:${title}`, icon, title, callback);
    this.register(() => el.remove());
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = this.#host.statusBar.addItem();
    el.classList.add(`plugin-${this.manifest.id}`);
    this.register(() => el.remove());
    return el;
  }

  /** Adds a command under the plugin's name, and gives it back changed so. */
  addCommand(command: obsidian.Command): obsidian.Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.#host.commands.addCommand(command);
    this.register(() => this.#host.commands.removeCommand(command.id));
    return command;
  }

  removeCommand(id: string): void {
    this.#host.commands.removeCommand(`${this.manifest.id}:${id}`);
  }

  addSettingTab(tab: obsidian.PluginSettingTab): void {
    this.#host.setting.addSettingTab(tab);
    this.register(() => this.#host.setting.removeSettingTab(tab));
  }

  registerView(type: string, creator: obsidian.ViewCreator): void {
    this.#host.viewRegistry.registerView(type, creator);
    this.register(() => {
      this.#host.viewRegistry.unregisterView(type);
      for (const leaf of this.#host.workspace.getLeavesOfType(type)) void leaf.dropView();
    });
  }

  registerExtensions(extensions: string[], viewType: string): void {
    this.#host.viewRegistry.registerExtensions(extensions, viewType);
    this.register(() => this.#host.viewRegistry.unregisterExtensions(extensions));
  }

  registerHoverLinkSource(id: string, info: obsidian.HoverLinkSource): void {
    this.#host.workspace.registerHoverLinkSource(id, info);
    this.register(() => this.#host.workspace.unregisterHoverLinkSource(id));
  }

  registerMarkdownPostProcessor(
    processor: obsidian.MarkdownPostProcessor,
    sortOrder?: number,
  ): obsidian.MarkdownPostProcessor {
    this.#host.markdownProcessors.add(processor, sortOrder);
    this.register(() => this.#host.markdownProcessors.remove(processor));
    return processor;
  }

  registerMarkdownCodeBlockProcessor(
    language: string,
    handler: CodeBlockHandler,
    sortOrder?: number,
  ): obsidian.MarkdownPostProcessor {
    const processor = this.#host.markdownProcessors.addCodeBlock(language, handler, sortOrder);
    this.register(() => this.#host.markdownProcessors.remove(processor));
    return processor;
  }

  /** False where the core plugin of bases is switched off: nothing is registered then. */
  registerBasesView(viewId: string, registration: obsidian.BasesViewRegistration): boolean {
    const bases = this.#host.internalPlugins.getEnabledPluginById('bases');
    if (!bases) return false;
    bases.registerView(viewId, registration);
    this.register(() => bases.deregisterView(viewId));
    return true;
  }

  registerEditorExtension(extension: Extension): void {
    const { workspace } = this.#host;
    workspace.registerEditorExtension(extension);
    this.register(() => workspace.unregisterEditorExtension(extension));
  }

  registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
    const { editorSuggest } = this.#host.workspace;
    editorSuggest.addSuggest(suggest);
    this.register(() => editorSuggest.removeSuggest(suggest));
  }

  registerObsidianProtocolHandler(action: string, handler: obsidian.ObsidianProtocolHandler): void {
    this.#put(this.#host.protocolHandlers, action, handler);
  }

  registerCliHandler(
    command: string,
    _description: string,
    _flags: obsidian.CliFlags | null,
    handler: obsidian.CliHandler,
  ): void {
    this.#put(this.#host.cliHandlers, command, handler);
  }

  /** What `saveData` kept, or null. */
  async loadData(): Promise<unknown> {
    const { adapter } = this.#host.vault;
    if (!(await adapter.exists(this.#dataPath))) return null;
    return JSON.parse(await adapter.read(this.#dataPath)) as unknown;
  }

  async saveData(data: unknown): Promise<void> {
    const { adapter } = this.#host.vault;
    await adapter.mkdir(this.#folder);
    this.#saved = JSON.stringify(data, null, 2);
    await adapter.write(this.#dataPath, this.#saved);
  }

  /** The same app, of which the stand-in knows more than obsidian.d.ts. */
  get #host(): App {
    return this.app as unknown as App;
  }

  get #folder(): string {
    return this.manifest.dir ?? `${this.#host.vault.configDir}/plugins/${this.manifest.id}`;
  }

  get #dataPath(): string {
    return `${this.#folder}/data.json`;
  }

  #onRaw(path: string): void {
    if (path !== this.#dataPath) return;
    const text = this.#host.doors.outside.read(path);
    if (text !== null && text !== this.#saved) this.onExternalSettingsChange?.();
  }

  #put<T>(handlers: Map<string, T>, name: string, handler: T): void {
    if (handlers.has(name)) throw new Error(`"${name}" has a handler already.`);
    handlers.set(name, handler);
    this.register(() => handlers.delete(name));
  }
}
