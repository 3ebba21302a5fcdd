import '../elements/dom';
import type * as obsidian from 'obsidian';
import { Commands } from './commands';
import { Disk, type WriteHook } from '../vault/disk';
import { Faults, Outside, type Doors } from '../vault/doors';
import { parentPath } from '../vault/file-tree';
import { FileManager } from '../metadata/file-manager';
import { lateItems } from '../rendering/late-items';
import { MarkdownProcessors } from '../rendering/markdown-processors';
import { MetadataCache } from '../metadata/metadata-cache';
import type { InternalApp } from '../internals';
import { PluginHost } from './plugin-host';
import { BasesPlugin } from '../bases/bases';
import { Keymap, Scope } from '../base/scope';
import { SecretStorage } from './secret-storage';
import { SettingsWindow } from '../settings/settings-window';
import { Vault } from '../vault/vault';
import { ViewRegistry } from '../views/view-registry';
import { Workspace } from '../window/workspace';

export interface AppOptions {
  /** What lies in the vault's folder, by path. Folders follow from the paths. */
  readonly files?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  readonly name?: string;
  readonly now?: () => number;
  /** Told of every file that is written or (null) gone, from the start of the app on. */
  readonly onWrite?: WriteHook;
  /** Leaves the vault empty until `start`, as Obsidian does while its plugins load. */
  readonly startLater?: boolean;
}

/** A core plugin, as far as it is here: its switch, and what others register with it. */
interface InternalPlugin<T> {
  enabled: boolean;
  readonly instance: T;
}

interface Instances {
  readonly bases: BasesPlugin;
}

/** The core plugins that a plugin can depend on. A test switches one off by `enabled`. */
class InternalPlugins {
  readonly plugins: { readonly [K in keyof Instances]: InternalPlugin<Instances[K]> } = {
    bases: { enabled: true, instance: new BasesPlugin() },
  };

  getPluginById<K extends keyof Instances>(id: K): InternalPlugin<Instances[K]> {
    return this.plugins[id];
  }

  getEnabledPluginById<K extends keyof Instances>(id: K): Instances[K] | null {
    const { enabled, instance } = this.plugins[id];
    return enabled ? instance : null;
  }
}

/** The line at the foot of the window. The page mounts it. */
class StatusBar {
  readonly containerEl = createDiv({ cls: 'status-bar', attr: { role: 'contentinfo' } });

  /** A new empty item, at the left end as in Obsidian. */
  addItem(): HTMLElement {
    return this.containerEl.createDiv({ cls: 'status-bar-item', prepend: true });
  }
}

/** The app: its parts, built once and handed to each other. */
export class App implements InternalApp {
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly viewRegistry = new ViewRegistry();
  readonly markdownProcessors = new MarkdownProcessors();
  readonly internalPlugins = new InternalPlugins();
  readonly statusBar = new StatusBar();
  readonly setting: SettingsWindow;
  readonly workspace: Workspace;
  readonly commands: Commands;
  readonly plugins: PluginHost;
  readonly secretStorage = new SecretStorage();
  readonly renderContext = new RenderContext();
  /** Handlers of `obsidian://` addresses by action, and of the command line by command. */
  readonly protocolHandlers = new Map<string, obsidian.ObsidianProtocolHandler>();
  readonly cliHandlers = new Map<string, obsidian.CliHandler>();
  /** The test doors; no part of Obsidian. */
  readonly doors: Doors;
  lastEvent: obsidian.UserEvent | null = null;
  #vaultLoaded = false;

  constructor(disk: Disk, { name }: Pick<AppOptions, 'name'>) {
    const faults = new Faults();
    this.doors = { faults, outside: new Outside(disk), canvasPaths: true, tasksPlugin: false };
    this.markdownProcessors.add(
      lateItems(() => this.doors.tasksPlugin),
      Infinity,
    );
    this.vault = new Vault({ disk, faults, name });
    this.metadataCache = new MetadataCache(this.vault, this.doors.outside);
    this.fileManager = new FileManager(this.vault, this.metadataCache);
    this.setting = new SettingsWindow(this.asObsidian());
    this.workspace = new Workspace(this.asObsidian());
    this.commands = new Commands(this);
    this.plugins = new PluginHost(this.asObsidian());
  }

  /** Fills the vault: a `create` for each file, then the metadata. */
  loadVault(): void {
    if (this.#vaultLoaded) return;
    this.#vaultLoaded = true;
    this.vault.load();
    this.metadataCache.load();
  }

  /** Goes on where loading the plugins ends: the vault is filled, the layout is ready, the metadata is resolved. */
  start(): void {
    this.loadVault();
    this.workspace.markLayoutReady();
    this.metadataCache.flush();
  }

  /** This app under the type of obsidian.d.ts, which knows less of it. */
  asObsidian(): obsidian.App {
    return this as unknown as obsidian.App;
  }

  isDarkMode(): boolean {
    return document.body.classList.contains('theme-dark');
  }

  loadLocalStorage(key: string): unknown {
    const text = localStorage.getItem(this.#localKey(key));
    return text === null ? null : JSON.parse(text);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) localStorage.removeItem(this.#localKey(key));
    else localStorage.setItem(this.#localKey(key), JSON.stringify(data));
  }

  #localKey(key: string): string {
    return `${this.vault.getName()}-${key}`;
  }
}

/** Where rendered Markdown stands when no view holds it. */
export class RenderContext implements obsidian.RenderContext {
  hoverPopover: obsidian.HoverPopover | null = null;
}

/** An app over a vault in memory. `start` makes its layout ready. */
export function createApp({ files = {}, folders = [], name, now, onWrite, startLater = false }: AppOptions = {}): App {
  let started = false;
  const disk = new Disk({
    now,
    onWrite: (path, contents) => {
      if (started) onWrite?.(path, contents);
    },
  });
  for (const folder of folders) disk.makeFolder(folder);
  for (const [path, text] of Object.entries(files)) {
    disk.makeFolder(parentPath(path));
    disk.write(path, text);
  }
  started = true;
  const app = new App(disk, { name });
  if (!startLater) app.loadVault();
  return app;
}
