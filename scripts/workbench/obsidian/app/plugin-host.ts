import type * as obsidian from 'obsidian';

type PluginClass = new (app: obsidian.App, manifest: obsidian.PluginManifest) => obsidian.Plugin;
type Require = (name: string) => unknown;

/** A plugin as it is published: its manifest, and the text of its main.js, a CommonJS module. */
export interface PluginSource {
  readonly manifest: obsidian.PluginManifest;
  readonly mainJs: string;
  readonly require: Require;
}

/** A step of a plugin's life that failed. */
export interface PluginFailure {
  readonly id: string;
  readonly error: unknown;
}

/** The plugins of an app. What fails in one is kept in `failures` and stops nobody else. */
export class PluginHost {
  readonly plugins: Record<string, obsidian.Plugin> = {};
  readonly manifests: Record<string, obsidian.PluginManifest> = {};
  readonly enabledPlugins = new Set<string>();
  readonly failures: PluginFailure[] = [];
  readonly #app: obsidian.App;

  constructor(app: obsidian.App) {
    this.#app = app;
  }

  getPlugin(id: string): obsidian.Plugin | null {
    return this.plugins[id] ?? null;
  }

  /** Constructs and loads a plugin; null where that failed. `byUser`: switched on by hand, not at the start. */
  async enable(
    manifest: obsidian.PluginManifest,
    Class: PluginClass,
    { byUser = false } = {},
  ): Promise<obsidian.Plugin | null> {
    const { id } = manifest;
    if (this.plugins[id]) await this.unload(id);
    const own = { ...manifest, dir: `${this.#app.vault.configDir}/plugins/${id}` };
    this.manifests[id] = own;
    try {
      const plugin = new Class(this.#app, own);
      this.plugins[id] = plugin;
      this.enabledPlugins.add(id);
      // obsidian.d.ts says void; an asynchronous onload gives a promise.
      const loading: unknown = plugin.load();
      await loading;
      if (byUser) plugin.onUserEnable();
      return plugin;
    } catch (error) {
      this.failures.push({ id, error });
      await this.unload(id);
      return null;
    }
  }

  /** Unloads a plugin and all that it added. */
  async unload(id: string): Promise<void> {
    const plugin = this.plugins[id];
    delete this.plugins[id];
    this.enabledPlugins.delete(id);
    try {
      plugin?.unload();
    } catch (error) {
      this.failures.push({ id, error });
    }
  }
}

/** Loads a plugin from its published text; null where that failed, with the reason in `app.plugins.failures`. */
export async function loadPlugin(
  app: { readonly plugins: PluginHost },
  source: PluginSource,
): Promise<obsidian.Plugin | null> {
  try {
    return await app.plugins.enable(source.manifest, evaluate(source));
  } catch (error) {
    app.plugins.failures.push({ id: source.manifest.id, error });
    return null;
  }
}

/** Unloads a plugin. */
export function unloadPlugin(app: { readonly plugins: PluginHost }, id: string): Promise<void> {
  return app.plugins.unload(id);
}

function evaluate({ manifest, mainJs, require }: PluginSource): PluginClass {
  const module: { exports: { default?: unknown } } = { exports: {} };
  // A plugin is the text of its main.js.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- as Obsidian does
  const run = new Function('module', 'exports', 'require', `${mainJs}\n//# sourceURL=plugin:${manifest.id}`) as (
    ...given: unknown[]
  ) => void;
  run(module, module.exports, require);
  const exported = module.exports.default ?? module.exports;
  if (typeof exported !== 'function') throw new Error(`The main.js of ${manifest.id} exports no plugin.`);
  return exported as PluginClass;
}
