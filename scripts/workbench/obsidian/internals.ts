import type { App, Command, PluginManifest } from 'obsidian';
import type { Doors } from './vault/doors';
import type { InternalPlugins } from './app/internal-plugins';
import type { MarkdownProcessors } from './rendering/markdown-processors';
import type { Keymap } from './base/scope';
import type { SettingsWindow } from './settings/settings-window';
import type { StatusBar } from './app/status-bar';
import type { ViewRegistry } from './views/view-registry';
import type { Workspace } from './window/workspace';

/** What the app holds beyond obsidian.d.ts, under the names of the real app where it has one. */
export interface InternalApp extends Omit<App, 'workspace' | 'keymap'> {
  readonly keymap: Keymap;
  readonly workspace: Workspace;
  readonly doors: Doors;
  readonly viewRegistry: ViewRegistry;
  readonly markdownProcessors: MarkdownProcessors;
  readonly internalPlugins: InternalPlugins;
  readonly statusBar: StatusBar;
  readonly setting: SettingsWindow;
  readonly commands: {
    readonly commands: Record<string, Command>;
    listCommands(): Command[];
    executeCommandById(id: string): boolean;
  };
  readonly plugins: { readonly manifests: Record<string, PluginManifest>; getPlugin(id: string): unknown };
}

/** The same app, seen from inside. */
export function internal(app: App): InternalApp {
  return app as unknown as InternalApp;
}
