import type * as obsidian from 'obsidian';

type Callback = (...data: unknown[]) => unknown;

/** One registration; `offref` and `Component.registerEvent` take it back. */
export interface EventRef extends obsidian.EventRef {
  readonly events: Events;
  readonly name: string;
  readonly callback: Callback;
  readonly context: unknown;
}

/** Named events, as Obsidian has them: a listener that throws does not keep the others from being called. */
export class Events implements obsidian.Events {
  readonly #refs = new Map<string, readonly EventRef[]>();

  on(name: string, callback: Callback, context?: unknown): EventRef {
    const ref: EventRef = { events: this, name, callback, context };
    this.#refs.set(name, [...(this.#refs.get(name) ?? []), ref]);
    return ref;
  }

  off(name: string, callback: Callback): void {
    this.#keep(name, (ref) => ref.callback !== callback);
  }

  offref(ref: obsidian.EventRef): void {
    const own = ref as EventRef;
    this.#keep(own.name, (other) => other !== own);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.#refs.get(name) ?? []) this.tryTrigger(ref, data);
  }

  /** Whether anybody listens; no part of Obsidian. Spares what only a listener would want. */
  isHeard(name: string): boolean {
    return this.#refs.has(name);
  }

  tryTrigger(ref: obsidian.EventRef, data: unknown[]): void {
    const own = ref as EventRef;
    try {
      own.callback.apply(own.context, data);
    } catch (error) {
      // Where Obsidian puts it, too: on the window, as an error that nobody caught.
      setTimeout(() => {
        throw error;
      }, 0);
    }
  }

  #keep(name: string, holds: (ref: EventRef) => boolean): void {
    const rest = (this.#refs.get(name) ?? []).filter(holds);
    if (rest.length > 0) this.#refs.set(name, rest);
    else this.#refs.delete(name);
  }
}
