import type * as obsidian from 'obsidian';
import { Platform } from '../base/platform';
import { isHotkey, type Scope } from '../base/scope';

/** What commands have to know of the app. */
export interface CommandHost {
  readonly scope: Scope;
  readonly workspace: { readonly activeEditor: obsidian.MarkdownFileInfo | null };
  lastEvent: obsidian.UserEvent | null;
}

/** All commands by id, and the ways to run one: by id, from the palette, by its keys. */
export class Commands {
  readonly commands: Record<string, obsidian.Command> = {};
  readonly #app: CommandHost;

  constructor(app: CommandHost) {
    this.#app = app;
    app.scope.register(null, null, (event, context) => this.#onKey(event, context));
  }

  addCommand(command: obsidian.Command): void {
    this.commands[command.id] = command;
  }

  removeCommand(id: string): void {
    delete this.commands[id];
  }

  findCommand(id: string): obsidian.Command | undefined {
    return this.commands[id];
  }

  /** The commands that can run now: what the palette shows. */
  listCommands(): obsidian.Command[] {
    return Object.values(this.commands).filter((command) => this.#try(command, true));
  }

  /** Runs a command, and says whether it could run. */
  executeCommandById(id: string, event?: obsidian.UserEvent): boolean {
    const command = this.commands[id];
    return command !== undefined && this.executeCommand(command, event);
  }

  executeCommand(command: obsidian.Command, event?: obsidian.UserEvent): boolean {
    const before = this.#app.lastEvent;
    this.#app.lastEvent = event ?? null;
    try {
      return this.#try(command, false);
    } finally {
      this.#app.lastEvent = before;
    }
  }

  /**
   * The most special callback counts: with an editor and a check, with an editor, with a check, plain.
   * A run does not check first: who is run by its keys has to look again whether it can.
   */
  #try(command: obsidian.Command, checking: boolean): boolean {
    if (command.mobileOnly && !Platform.isMobile) return false;
    if (command.editorCheckCallback || command.editorCallback) {
      const info = this.#app.workspace.activeEditor;
      if (!info?.editor || isReading(info)) return false;
      if (command.editorCheckCallback) return command.editorCheckCallback(checking, info.editor, info) === true;
      if (!checking) command.editorCallback?.(info.editor, info);
      return true;
    }
    if (command.checkCallback) return command.checkCallback(checking) === true;
    if (!checking) command.callback?.();
    return command.callback !== undefined;
  }

  #onKey(event: KeyboardEvent, context: obsidian.KeymapContext): false | undefined {
    for (const command of Object.values(this.commands)) {
      if (!command.hotkeys?.some((hotkey) => isHotkey(hotkey, context))) continue;
      if (event.repeat && !command.repeatable) return false;
      if (this.executeCommand(command, event)) return false;
    }
    return undefined;
  }
}

/** Commands for an editor are not there in reading view. */
function isReading(info: obsidian.MarkdownFileInfo): boolean {
  return (
    'getMode' in info && typeof info.getMode === 'function' && (info as obsidian.MarkdownView).getMode() === 'preview'
  );
}
