import { BasesPlugin } from '../bases/bases';

/** A core plugin, as far as it is here: its switch, and what others register with it. */
export interface InternalPlugin<T> {
  enabled: boolean;
  readonly instance: T;
}

interface Instances {
  readonly bases: BasesPlugin;
}

/** The core plugins that a plugin can depend on. A test switches one off by `enabled`. */
export class InternalPlugins {
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
