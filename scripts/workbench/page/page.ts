import * as language from '@codemirror/language';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import type { PluginManifest } from 'obsidian';
import { type App, createApp } from '../obsidian/app/app';
import * as obsidian from '../obsidian/index';
import { loadPlugin } from '../obsidian/app/plugin-host';
import { addAppCommands } from './shell/app-commands';
import { mountShell } from './shell/shell';
import { restoreLayout } from './shell/layout';
import { openOverlay, type Overlay } from './shell/overlay';

interface VaultAnswer {
  readonly name?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly unreadable?: readonly { readonly path: string; readonly reason: string }[];
}

/** What scripts and tests get at the page. */
export interface Workbench {
  /** Settled when the vault stands, the plugin is loaded and the metadata is read. */
  readonly ready: Promise<void>;
  readonly app: App;
  /** Runs a command; false where it cannot run now. */
  run(commandId: string): boolean;
  /** Opens a note. */
  open(path: string): Promise<void>;
  /** The text of a note as it lies in the vault; null where there is none. */
  read(path: string): string | null;
  /** Writes a note as if it changed outside. */
  write(path: string, text: string): void;
  /** Settled when all that was written is there after a reload. */
  kept(): Promise<void>;
}

const MODULES: Readonly<Record<string, unknown>> = {
  obsidian,
  '@codemirror/state': state,
  '@codemirror/view': view,
  '@codemirror/language': language,
};

function requireModule(name: string): unknown {
  const found = MODULES[name];
  if (!found) throw new Error(`Cannot find module '${name}'`);
  return found;
}

async function fetchText(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}

function buildApp(vault: VaultAnswer, overlay: Overlay): App {
  const files = { ...vault.files };
  for (const [path, text] of overlay.entries) {
    if (text === null) delete files[path];
    else files[path] = text;
  }
  return createApp({
    files,
    name: vault.name ?? 'Vault',
    startLater: true,
    onWrite: (path, contents) => overlay.write(path, contents),
  });
}

/** Loads the plugin, then the vault, then the layout: as Obsidian starts. */
async function start(app: App, vault: VaultAnswer): Promise<void> {
  const [manifest, mainJs] = await Promise.all([fetchText('plugin/manifest.json'), fetchText('plugin/main.js')]);
  const plugin = await loadPlugin(app, {
    manifest: JSON.parse(manifest) as PluginManifest,
    mainJs,
    require: requireModule,
  });
  for (const { id, error } of plugin ? [] : app.plugins.failures) {
    console.error(`Plugin failure: ${id}`, error);
    new obsidian.Notice(`Failed to load plugin "${id}".`, 0);
  }
  app.loadVault();
  await restoreLayout(app);
  app.start();
  const unreadable = vault.unreadable ?? [];
  if (unreadable.length > 0)
    new obsidian.Notice(
      `${unreadable.length} files could not be read:\n${unreadable
        .slice(0, 5)
        .map(({ path, reason }) => `${path}: ${reason}`)
        .join('\n')}`,
      10_000,
    );
}

async function boot(): Promise<void> {
  const vault = JSON.parse(await fetchText('vault.json')) as VaultAnswer;
  const overlay = await openOverlay(vault.name ?? 'Vault');
  const app = buildApp(vault, overlay);
  addAppCommands(app, overlay);
  mountShell(app);
  const workbench: Workbench = {
    ready: start(app, vault),
    app,
    run: (id) => app.commands.executeCommandById(id),
    open: async (path) => app.workspace.openLinkText(path, ''),
    read: (path) => app.doors.outside.read(path),
    write: (path, text) => app.doors.outside.write(path, text),
    kept: () => overlay.kept(),
  };
  Object.assign(window, { workbench, app });
  await workbench.ready;
}

boot().catch((error: unknown) => {
  console.error(error);
  document.body.createDiv({
    cls: 'workspace-loading',
    text: `The workbench cannot start: ${error instanceof Error ? error.message : String(error)}`,
  });
});
